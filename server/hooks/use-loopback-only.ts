import type { Plugin } from 'graphql-yoga'

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Until authorization lands the caller is whoever reaches the loopback port, so a page of another site must not: a name
 * that was made to point here arrives in `Host`, a foreign page in `Origin`.
 */
export const useLoopbackOnly = (): Plugin => ({
  onRequest({ request, url, endResponse, fetchAPI }) {
    const origin = request.headers.get('origin')
    const from = origin === null ? null : URL.canParse(origin) ? new URL(origin).hostname : ''
    if (loopback.has(url.hostname) && (from === null || loopback.has(from))) return
    endResponse(new fetchAPI.Response('This server answers on the loopback address only.\n', { status: 403 }))
  },
})
