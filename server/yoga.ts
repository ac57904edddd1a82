import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { createYoga } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Database } from '../db/connect.ts'
import { schema } from '../schema/index.ts'
import { type OperationContext, operationContext, type SeesOf } from './context.ts'
import { useAdmission } from './hooks/use-admission.ts'
import { useCompiled } from './hooks/use-compiled.ts'
import { useCostLimit } from './hooks/use-cost-limit.ts'
import { useJsonOnly } from './hooks/use-json-only.ts'
import { useKnownProblems } from './hooks/use-known-problems.ts'
import { useLoopbackOnly } from './hooks/use-loopback-only.ts'
import { usePlugins } from './hooks/use-plugins.ts'
import { type Readiness, useReady } from './hooks/use-ready.ts'
import { tellBug, useRequestLog } from './hooks/use-request-log.ts'
import { useRosters } from './hooks/use-rosters.ts'
import { useSoundInput } from './hooks/use-sound-input.ts'
import { useTransaction } from './hooks/use-transaction.ts'
import { maskError } from './mask-error.ts'

export interface YogaOptions {
  readonly db: Database
  readonly logger: Logger
  readonly readiness: () => Promise<Readiness>
  /** GraphiQL is served. */
  readonly development: boolean
  /** Refuse whoever does not come over the loopback address. */
  readonly loopbackOnly: boolean
  /** Longest upload, in bytes; default that of the act. */
  readonly longestUpload?: number
  /** What each actor may read; default everything. */
  readonly seesOf?: SeesOf
}

/** Longest body, in bytes. */
const longestBody = 256 * 1024

/** GraphQL over HTTP: the schema, and the hooks in the order in which a request meets them. */
export const yogaServer = ({ db, logger, readiness, development, loopbackOnly, longestUpload, seesOf }: YogaOptions) =>
  createYoga<Record<string, never>, OperationContext>({
    schema,
    context: ({ request }) => operationContext(db, request, seesOf),
    plugins: [
      useRequestLog(logger),
      ...(loopbackOnly ? [useLoopbackOnly()] : []),
      useReady(readiness),
      useRosters(db, logger, longestUpload),
      usePlugins(db, logger),
      useJsonOnly(),
      useSoundInput(),
      useCostLimit(),
      useKnownProblems(),
      // From here on each hook wraps the execution of those before it.
      useCompiled(),
      useTransaction(),
      useAdmission(),
    ],
    maskedErrors: { maskError },
    logging: {
      debug: () => {},
      info: (...args) => logger.info(words(args)),
      warn: (...args) => logger.warn(words(args)),
      error: (error) => tellBug(logger, error),
    },
    graphiql: development,
    renderGraphiQL,
    landingPage: false,
    multipart: false,
    batching: false,
    cors: false,
    maxRequestBodySize: longestBody,
  })

const words = (args: readonly unknown[]): string => args.map(String).join(' ')
