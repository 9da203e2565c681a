import type { Random } from './random.ts'

const surnames = [
  ...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '欧阳',
  '司徒',
]
const given = [...'晓思雨嘉子浩文静怡欣宇轩梓涵俊杰雅琪若诗佳慧明远志诚书瑶安然可心亦凡景行云舒博瀚彦知微清越予宁乐昕楠桐']
const minority = ['古丽米热·艾山', '阿依努尔·买买提', '巴特尔·苏和', '扎西次仁', '迪丽娜尔·吐尔逊', '央金卓玛']

export const nameFrom = (random: Random): { name: string; ethnicGroup: string } => {
  if (random.chance(0.02)) return { name: random.pick(minority), ethnicGroup: random.pick(['05', '02', '04']) }
  const name = random.pick(surnames) + random.pick(given) + (random.chance(0.85) ? random.pick(given) : '')
  return {
    name,
    ethnicGroup: random.weighted([
      ['01', 88],
      ['08', 5],
      ['03', 2],
      ['15', 2],
      ['13', 1],
      ['11', 2],
    ]),
  }
}
