import { listOfWords, type WordList } from './words.ts'

/** The peoples of GB/T 3304 in the order of their two-digit codes, 01 to 56. */
const peoples =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'

const others = { '91': '其他族', '92': '外国血统', '98': '外国民族', '99': '加入中国籍的外国人' }

/** A people by code (`01`), name (汉族) or short name (汉); what is stored is the code. */
export const ethnicityWords: WordList<string> = listOfWords([
  ...peoples.split(' ').flatMap((name, index) => {
    const code = String(index + 1).padStart(2, '0')
    return [`${name}族`, name, code].map((spelling) => [spelling, code] as const)
  }),
  ...Object.entries(others).flatMap(([code, name]) => [name, code].map((spelling) => [spelling, code] as const)),
])
