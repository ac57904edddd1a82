import { z } from 'zod'

type Choose = (value: unknown) => z.ZodType | null

interface ChoiceDef extends z.core.$ZodUnionDef {
  readonly choose: Choose
}

/**
 * A union told and printed as any other, whose alternative is chosen before anything is tried: what a place may hold is read
 * once, however many forms it has, and what is wrong is said of the form that was meant.
 */
const Choice = z.core.$constructor<z.ZodUnion, ChoiceDef>('Choice', (inst, def) => {
  z.ZodUnion.init(inst, def)
  inst._zod.parse = (payload, ctx) => {
    const chosen = def.choose(payload.value)
    if (chosen !== null) return chosen._zod.run(payload, ctx)
    payload.issues.push({ code: 'invalid_union', errors: [], input: payload.value, inst })
    return payload
  }
})

/** `choose` names the alternative by the look of the value; `null`: it is none of them, and `error` says so. */
export function choice<const T extends readonly z.ZodType[]>(
  options: T,
  choose: (value: unknown) => T[number] | null,
  error?: string,
): z.ZodUnion<T>
export function choice(options: readonly z.ZodType[], choose: Choose, error?: string): z.ZodUnion {
  return new Choice({ type: 'union', options, choose, ...(error === undefined ? {} : { error: () => error }) })
}

/** Whether a value is an object that has this key. */
export const hasKey = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
