import { z } from 'zod'
import { dayText, divisionCode, id, list, name, statedText, text, word } from './schema-words.ts'

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
  value: z.string().min(1).max(100).exactOptional(),
})

const record = z.strictObject({
  kind: word.dossierKind,
  on: statedText,
  result: z.string().min(1).max(100).exactOptional(),
})

/** A worked example as the document writes it. */
export const caseSchema = z.strictObject({
  name: text,
  on: dayText,
  person: person.exactOptional(),
  career: list(careerLine),
  states: list(state).exactOptional(),
  dossier: list(record).exactOptional(),
  successions: list(
    z.strictObject({ dim: z.literal(['post', 'team', 'unit']), later: name, earlier: name }),
  ).exactOptional(),
  expect: z.record(id, z.literal(['binds', 'passes', 'undetermined', 'exempt', 'deferred'])),
  dueBy: z.record(id, dayText).exactOptional(),
})
