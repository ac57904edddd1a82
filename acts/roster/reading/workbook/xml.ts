import sax from 'sax'
import { damaged } from '../archive.ts'

/** What a reader of XML is told, in document order. Names come without their namespace prefix. */
export interface XmlReader {
  open(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/** The value of an attribute, by its name without prefix (`r:id` is `id`). */
export type Attributes = ReadonlyMap<string, string>

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Attributes of the main vocabulary keep the plain name; a prefixed one gives way to it. */
const attributesOf = (given: Readonly<Record<string, unknown>>): Attributes => {
  const all = new Map<string, string>()
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string' && (!name.includes(':') || !all.has(local(name)))) all.set(local(name), value)
  }
  return all
}

/** A workbook's parts are a dozen elements deep, with as many attributes each; more is made to exhaust us. */
const mostNested = 100

/** Only the five entities of XML itself are known. */
const options = { position: false, strictEntities: true }

/** Reads XML as it arrives, holding none of it. Documents that define entities of their own are refused. */
export const readXml = async (chunks: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> => {
  const xml = sax.parser(true, options)
  xml.onerror = (error) => {
    throw damaged(error.message.split('\n')[0] ?? 'XML')
  }
  xml.ondoctype = () => {
    throw damaged('DOCTYPE')
  }
  let [depth, attributesSeen] = [0, 0]
  xml.onattribute = () => {
    if (++attributesSeen > mostNested) throw damaged('XML attributes')
  }
  xml.onopentag = ({ name, attributes }) => {
    if (++depth > mostNested) throw damaged('XML depth')
    attributesSeen = 0
    reader.open(local(name), attributesOf(attributes))
  }
  xml.onclosetag = (name) => {
    depth--
    reader.close?.(local(name))
  }
  xml.ontext = (text) => reader.text?.(text)
  xml.oncdata = (text) => reader.text?.(text)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunks) xml.write(decoder.decode(chunk, { stream: true }))
    xml.write(decoder.decode()).close()
  } catch (error) {
    throw error instanceof TypeError ? damaged('UTF-8') : error
  }
}
