import type { Plugin } from 'graphql-yoga'

const json = /^application\/(?:graphql\+)?json\s*(?:;|$)/i

/**
 * Bodies are JSON or refused: a form on another site can post the other kinds without the browser asking first.
 * Queries by GET stay possible; mutations by GET are refused by the server itself.
 */
export const useJsonOnly = (): Plugin => ({
  onRequest({ request, endResponse, fetchAPI }) {
    if (request.method !== 'POST' || json.test(request.headers.get('content-type') ?? '')) return
    const message = 'Send the operation as application/json. 请以 application/json 提交。'
    endResponse(
      fetchAPI.Response.json(
        { errors: [{ message, extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] },
        { status: 415, headers: { accept: 'application/json' } },
      ),
    )
  },
})
