import type { PluginDocument } from '../policy/index.ts'
import { dongcheng } from './dongcheng/plugin.ts'
import { guizhou } from './guizhou/plugin.ts'
import { jiujiang } from './jiujiang/plugin.ts'
import { luohe } from './luohe/plugin.ts'
import { national } from './national/plugin.ts'
import { templateCounty } from './template-county/plugin.ts'
import { templateDistrict } from './template-district/plugin.ts'
import { yangzhou } from './yangzhou/plugin.ts'

/** The bundled plugins, superior before subordinate: the order in which they can be installed. */
export const plugins: readonly PluginDocument[] = [
  national,
  guizhou,
  yangzhou,
  luohe,
  jiujiang,
  dongcheng,
  templateDistrict,
  templateCounty,
]
