import type { Random } from './random.ts'

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文'
const first = {
  M: '建国志文永德明立景学世伟家绍振承光兴荣海培维正启宏思少继振宗鸿元',
  F: '玉秀淑雅丽晓慧文静美桂春雪兰婉月佳梦若凤素艳红彩琳思瑞',
}
const second = {
  M: '强军平勇杰峰伟斌刚林涛辉鹏超波毅宁民生安东成龙洋飞凯坤健新',
  F: '芳英华梅娟敏燕玲霞萍莉红琴珍洁倩颖莹欣怡茹琳娜薇宁云',
}

const characterOf = (text: string, random: Random) => text.charAt(random.between(0, text.length - 1))

/** An invented name; about one in six has two characters. */
export const inventedName = (random: Random, sex: 'M' | 'F'): string => {
  const surname = characterOf(surnames, random)
  const last = characterOf(second[sex], random)
  return random.chance(0.16) ? surname + last : surname + characterOf(first[sex], random) + last
}
