/**
 * The catalogue of rules that officers know, by the plugin that accounts for each: as a rule at work, a rule switched off, or a
 * clause listed. Written by hand from the instruments, so that a clause dropped from a plugin is missed.
 */
export const catalogue: Readonly<Record<string, readonly string[]>> = {
  national: [
    ...split('CSL', '42 46 48 50 64 69 70 71a 71b 71c 71d 72 73 74a 74b 74c 75 76 77 86(3) 92 93 106 107'),
    ...split('ZR', '2 4 5 obj bar 10a 10b defer disc hand proc freq'),
    ...split('HB', '2 5 5def adapt geo1 geo2 geo3 geo-x biz proc'),
    ...split('JL', '2 3 4 5a 5b 5c 6 pair third term susp disc'),
    ...split('RH', '2 3 4 5 6+ 成长地'),
    ...split('RT', '24 27..29 audit 4必 双签字 讨论 公示 试用 谈话 51a 51b 51c 52 53 能下'),
    ...split('RQ', '2 3 4 6 7 8'),
    ...split('SY', '3 4 6a 6b 6c 6kin 6sup adapt perf reg'),
    ...split('JCG', '23 24'),
    ...split('FG', '23'),
    ...split('BG', '2 3 5 6 11 办法'),
    ...split('SJ', '3 4 when'),
    ...split('DJ', '警告 严重警告 撤销党内职务 留党察看 开除党籍'),
    ...split('ZW', '8 15 19 52'),
    '诫勉',
    '组织处理',
    '影响期合并',
  ],
  guizhou: split('GZ', 'T 1 2 3 4 5 6'),
  yangzhou: split('YZ', '1 2 3 4'),
  luohe: split('LH', 'T1 T2 T3 T4 M1 M2 K1 K2 K3 K4 X1 X2 X3 X4 X5 X6'),
  jiujiang: split('JJ', '1 2 3 4 5 6 7 8 9 10 11'),
  dongcheng: split('DC', 'K S Y 1 2 3 4 5 6 7 8 9 10 G1 G2 G3'),
  'template-district': split('QU', 'D1 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15'),
  'template-county': split('XX', '1a 1b 2 3 4'),
}

function split(instrument: string, articles: string): readonly string[] {
  return articles.split(' ').map((article) => `${instrument}-${article}`)
}
