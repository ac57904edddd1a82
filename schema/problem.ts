import {
  AmbiguousCodeProblem as Ambiguous,
  ConflictProblem as Conflict,
  type Issue,
  type KnownProblem,
  NotFoundProblem as NotFound,
  PolicyProblem as Policy,
  IdempotencyReusedProblem as Reused,
  UnavailableProblem as Unavailable,
  ValidationProblem as Validation,
} from '../acts/problem.ts'
import { builder } from './builder.ts'

/** What every refusal says: what is wrong, where, and what to do about it. */
export const Problem = builder.interfaceRef<KnownProblem>('Problem')

Problem.implement({
  description: 'A refusal on purpose: nothing was changed. 拒绝及其理由。',
  fields: (t) => ({
    code: t.string({ description: 'Stable word; programs branch on it. 代码。', resolve: ({ code }) => code }),
    path: t.stringList({
      description: 'Where in the input the trouble lies. 位置。',
      resolve: ({ path }) => [...path],
    }),
    message: t.string({
      description: 'What is wrong, on which day, and why. 问题。',
      resolve: ({ says }, _args, { language }) => says[language],
    }),
    remedy: t.string({
      description: 'What a person can do about it. 处理办法。',
      resolve: ({ remedy }, _args, { language }) => remedy[language],
    }),
  }),
})

export const ProblemIssue = builder.objectRef<Issue>('ProblemIssue')

ProblemIssue.implement({
  description: 'One bad value of the input. 一处错误。',
  fields: (t) => ({
    path: t.stringList({ description: 'Where it stands. 位置。', resolve: ({ path }) => [...path] }),
    value: t.exposeString('value', { nullable: true, description: 'The value given. 原值。' }),
    code: t.string({
      nullable: true,
      description: 'Stable word for what is wrong, where a roster or a policy is refused for the same. 代码。',
      resolve: ({ code }) => code ?? null,
    }),
    message: t.string({
      description: 'What is wrong with it. 问题。',
      resolve: ({ says }, _args, { language }) => says[language],
    }),
    remedy: t.string({
      description: 'What would be right. 处理办法。',
      resolve: ({ remedy }, _args, { language }) => remedy[language],
    }),
  }),
})

const everyIssue = ({ issues }: Validation | Policy) => [...issues]

export const ValidationProblem = builder.objectType(Validation, {
  name: 'ValidationProblem',
  description: 'The input is wrong in itself. 输入有误。',
  interfaces: [Problem],
  fields: (t) => ({
    issues: t.field({ type: [ProblemIssue], description: 'Every bad value. 全部错误。', resolve: everyIssue }),
    problems: t.field({
      type: [ProblemIssue],
      description: 'The same, by the name other problems use. 同上。',
      resolve: everyIssue,
    }),
  }),
})

export const PolicyProblem = builder.objectType(Policy, {
  name: 'PolicyProblem',
  description: 'The policy cannot be taken: it is unsound, or the law above does not allow it. 政策不予接受。',
  interfaces: [Problem],
  fields: (t) => ({
    problems: t.field({
      type: [ProblemIssue],
      description: 'All that stands in the way, with the article. 全部问题及所违反的条款。',
      resolve: everyIssue,
    }),
  }),
})

export const NotFoundProblem = builder.objectType(NotFound, {
  name: 'NotFoundProblem',
  description: 'Nothing of that name is known. 未找到。',
  interfaces: [Problem],
  fields: (t) => ({ value: t.exposeString('value', { description: 'What was asked for. 所查内容。' }) }),
})

export const AmbiguousCodeProblem = builder.objectType(Ambiguous, {
  name: 'AmbiguousCodeProblem',
  description: 'Several offices use this code: say which with `at`. 编号重复。',
  interfaces: [Problem],
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The code. 编号。' }),
    candidates: t.stringList({ description: 'Legal values of `at`. 可选辖区。', resolve: (p) => [...p.candidates] }),
  }),
})

export const ConflictProblem = builder.objectType(Conflict, {
  name: 'ConflictProblem',
  description: 'The graph as it stands cannot take it: someone was there first, or the version has changed. 冲突。',
  interfaces: [Problem],
})

export const IdempotencyReusedProblem = builder.objectType(Reused, {
  name: 'IdempotencyReusedProblem',
  description: 'The idempotency key came before with another request. 幂等键重复使用。',
  interfaces: [Problem],
})

export const UnavailableProblem = builder.objectType(Unavailable, {
  name: 'UnavailableProblem',
  description: 'The database cannot do it now: it is away, or its disk is full. Ask again later. 暂不可用。',
  interfaces: [Problem],
})

/** What every single change may be refused with. */
export const refusals = [Validation, NotFound, Ambiguous, Conflict, Reused, Unavailable]

/** What asking for a job, or ending one, may be refused with. */
export const jobRefusals = [Validation, NotFound, Conflict, Reused, Unavailable]

/** What a step in the life of a policy may be refused with. */
export const policyRefusals = [Validation, Policy, NotFound, Conflict, Reused, Unavailable]
