import { z } from 'zod'
import { dayText, divisionCode, id, list, name, short, statedText, text, word } from './schema-words.ts'

const careerLine = z.strictObject({
  post: name,
  from: statedText,
  to: statedText.exactOptional(),
  capacity: word.capacity.exactOptional(),
  level: word.level.nullable().exactOptional(),
  leading: z.boolean().nullable().exactOptional(),
  seats: list(word.seat).exactOptional(),
  duties: list(word.duty).exactOptional(),
  business: list(name).exactOptional(),
  category: word.category.nullable().exactOptional(),
  internalUnit: name.nullable().exactOptional(),
  organ: name.exactOptional(),
  legalPerson: name.nullable().exactOptional(),
  unitKind: word.unitKind.exactOptional(),
  functions: list(name).exactOptional(),
  team: name.exactOptional(),
  teamKind: word.teamKind.exactOptional(),
  place: divisionCode.exactOptional(),
  jurisdiction: divisionCode.exactOptional(),
  authority: divisionCode.exactOptional(),
})

const person = z.strictObject({
  birth: statedText.exactOptional(),
  sex: word.sex.exactOptional(),
  ethnicity: name.exactOptional(),
  category: word.category.exactOptional(),
  education: name.exactOptional(),
  party: name.exactOptional(),
  birthPlace: divisionCode.exactOptional(),
  nativePlace: divisionCode.exactOptional(),
  growthPlaces: list(divisionCode).exactOptional(),
  retirementLimit: word.retirementLimit.exactOptional(),
})

const state = z.strictObject({
  kind: word.stateKind,
  from: statedText,
  to: statedText.exactOptional(),
  value: short.exactOptional(),
})

const record = z.strictObject({
  kind: word.dossierKind,
  on: statedText,
  result: short.exactOptional(),
})

const casePerson = {
  person: person.exactOptional(),
  career: list(careerLine),
  states: list(state).exactOptional(),
  dossier: list(record).exactOptional(),
}

const tie = z.strictObject({
  of: name,
  relative: name,
  relation: name,
  kind: z.literal(['birth', 'adoptive', 'step_supported']).exactOptional(),
  from: statedText.exactOptional(),
  to: statedText.exactOptional(),
  endedBy: z.literal(['divorce', 'death', 'annulled', 'dissolved']).exactOptional(),
  verified: z.boolean().exactOptional(),
})

const chart = z.strictObject({
  posts: z.record(name, z.strictObject({ reportsTo: name.exactOptional() })).exactOptional(),
  units: z
    .record(
      name,
      z.strictObject({
        parent: name.exactOptional(),
        kind: word.unitKind.exactOptional(),
        system: name.exactOptional(),
        regulatedBy: name.exactOptional(),
      }),
    )
    .exactOptional(),
})

const move = z.strictObject({
  person: name.exactOptional(),
  leaves: name.exactOptional(),
  takes: careerLine.omit({ from: true, to: true }).exactOptional(),
})

/** A worked example as the document writes it. */
export const caseSchema = z.strictObject({
  name: text,
  on: dayText,
  ...casePerson,
  successions: list(
    z.strictObject({ dim: z.literal(['post', 'team', 'unit']), later: name, earlier: name }),
  ).exactOptional(),
  others: z.record(name, z.strictObject(casePerson)).exactOptional(),
  kin: list(tie).exactOptional(),
  chart: chart.exactOptional(),
  moves: list(move).exactOptional(),
  expect: z.record(id, z.literal(['binds', 'passes', 'undetermined', 'exempt', 'deferred'])),
  dueBy: z.record(id, dayText).exactOptional(),
})
