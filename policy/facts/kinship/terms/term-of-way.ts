import type { Sex } from '../../vocabulary.ts'
import type { KinGraph } from '../kin-edge.ts'
import type { KinStep } from '../kinship.ts'

/** Someone on a way, as far as words depend on it. */
interface Stop {
  readonly id: string
  readonly sex: Sex | null
}

type ByOrder = readonly [earlier: string, later: string]

const letters: Readonly<Record<KinStep['tie'], string>> = {
  PARENT: 'P',
  CHILD: 'C',
  SPOUSE: 'S',
  DECLARED: 'D',
  SPECIAL_INTEREST: 'X',
}

/** The one Chinese word for whom a way leads to; `null` where there is none, or the file does not tell which. */
export const termOfWay = (graph: KinGraph, person: string, path: readonly KinStep[]): string | null => {
  const stops: readonly Stop[] = [person, ...path.map(({ to }) => to)].map((id) => graph.relative(id))
  const way = path.map(({ tie }) => letters[tie]).join('')
  const last = stops.at(-1)
  if (last === undefined) return null
  const words = new Words(graph, stops)
  return byWay[way]?.(words) ?? null
}

/** What the words are chosen by. Every answer is `null` as soon as something is not known. */
class Words {
  private readonly graph: KinGraph
  private readonly stops: readonly Stop[]

  constructor(graph: KinGraph, stops: readonly Stop[]) {
    this.graph = graph
    this.stops = stops
  }

  /** One word for a man, one for a woman, at this place of the way. */
  of<W>(place: number, man: W | null, woman: W | null): W | null {
    const sex = this.stops.at(place)?.sex ?? null
    return sex === null ? null : sex === 'M' ? man : woman
  }

  /** By whether the one at `place` was born before the one at `than`. */
  order(place: number, than: number, words: ByOrder | null): string | null {
    const [one, other] = [this.stops.at(place), this.stops.at(than)].map((stop) =>
      stop === undefined ? null : this.graph.relative(stop.id).birth,
    )
    if (words === null || one == null || other == null) return null
    return one.hi < other.lo ? words[0] : other.hi < one.lo ? words[1] : null
  }
}

const join = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : `${a}${b}`)

const brother: ByOrder = ['哥哥', '弟弟']
const sister: ByOrder = ['姐姐', '妹妹']

/** 堂 along men alone, 表 otherwise. */
const side = (w: Words) => w.of(1, w.of(3, '堂', '表'), '表')

const byWay: Readonly<Record<string, (w: Words) => string | null>> = {
  S: (w) => w.of(-1, '丈夫', '妻子'),
  P: (w) => w.of(-1, '父亲', '母亲'),
  C: (w) => w.of(-1, '儿子', '女儿'),
  PP: (w) => w.of(1, w.of(-1, '祖父', '祖母'), w.of(-1, '外祖父', '外祖母')),
  CC: (w) => w.of(1, w.of(-1, '孙子', '孙女'), w.of(-1, '外孙', '外孙女')),
  PC: (w) => w.order(-1, 0, w.of(-1, brother, sister)),
  PPC: (w) => w.of(1, w.of(-1, w.order(-1, 1, ['伯父', '叔叔']), '姑姑'), w.of(-1, '舅舅', '姨妈')),
  PCC: (w) => w.of(2, w.of(-1, '侄子', '侄女'), w.of(-1, '外甥', '外甥女')),
  PPCC: (w) => join(side(w), w.order(-1, 0, w.of<ByOrder>(-1, ['哥', '弟'], ['姐', '妹']))),
  SP: (w) => w.of(1, w.of(-1, '公公', '婆婆'), w.of(-1, '岳父', '岳母')),
  CS: (w) => w.of(-1, '女婿', '儿媳'),
  SPC: (w) =>
    w.order(
      -1,
      1,
      w.of(
        1,
        w.of<ByOrder>(-1, ['大伯子', '小叔子'], ['大姑子', '小姑子']),
        w.of<ByOrder>(-1, ['大舅子', '小舅子'], ['大姨子', '小姨子']),
      ),
    ),
  PCS: (w) => w.order(2, 0, w.of<ByOrder>(2, ['嫂子', '弟妹'], ['姐夫', '妹夫'])),
  SPCS: (w) => w.of(1, w.of(3, '妯娌', null), w.of(3, null, '连襟')),
  CSP: (w) => w.of(-1, '亲家公', '亲家母'),
  PPCS: (w) => w.of(1, w.of(3, w.order(3, 1, ['伯母', '婶婶']), '姑父'), w.of(3, '舅妈', '姨父')),
  PCCS: (w) => w.of(2, w.of(3, '侄媳妇', '侄女婿'), w.of(3, '外甥媳妇', '外甥女婿')),
  PPCCS: (w) => join(side(w), w.order(4, 0, w.of<ByOrder>(4, ['嫂', '弟媳'], ['姐夫', '妹夫']))),
  SPPC: (w) =>
    w.of(1, null, w.of(2, w.of(-1, w.order(-1, 2, ['伯岳父', '叔岳父']), '姑岳母'), w.of(-1, '舅岳父', '姨岳母'))),
  SPCC: (w) => w.of(1, w.of(3, w.of(-1, '夫侄子', '夫侄女'), null), w.of(3, w.of(-1, '妻侄子', '妻侄女'), null)),
}
