import { childPath, levelOf, rootPath, type UnitKind } from '../src/capabilities/orgs/rules.ts'
import { newId } from '../src/kernel/ids.ts'

export const COMMITTEE = '中共岭南示范大学委员会'

/** 8 general branches with 29 branches, and one direct branch: 30 where members stand. */
export const colleges: Record<string, { major: string; branches: readonly string[] }> = {
  软件工程学院: { major: '软件工程', branches: ['软件工程第一党支部', '软件工程第二党支部', '数据科学党支部', '网络工程党支部'] },
  外国语学院: { major: '英语', branches: ['英语第一党支部', '英语第二党支部', '日语党支部'] },
  艺术设计学院: { major: '视觉传达设计', branches: ['视觉传达党支部', '环境设计党支部', '数字媒体党支部'] },
  管理学院: { major: '工商管理', branches: ['会计学党支部', '市场营销党支部', '人力资源党支部', '物流管理党支部'] },
  文学院: { major: '汉语言文学', branches: ['汉语言第一党支部', '汉语言第二党支部', '新闻学党支部', '秘书学党支部'] },
  数学与统计学院: { major: '数学与应用数学', branches: ['数学师范第一党支部', '数学师范第二党支部', '统计学党支部', '应用数学党支部'] },
  物理与电子工程学院: { major: '物理学', branches: ['物理师范党支部', '电子信息党支部', '光电党支部', '材料物理党支部'] },
  教育科学学院: { major: '小学教育', branches: ['小学教育党支部', '学前教育党支部', '心理学党支部'] },
}
export const DIRECT = '研究生院直属党支部'

export interface Unit {
  id: string
  parentId: string | null
  path: string
  kind: UnitKind
  name: string
  college: string | null
}

/** The tree, parents first. */
export function plantUnits(): Unit[] {
  const root: Unit = { id: newId(), parentId: null, path: rootPath, kind: 'committee', name: COMMITTEE, college: null }
  const units = [root]
  for (const [at, [college, { branches }]] of Object.entries(colleges).entries()) {
    const unit: Unit = {
      id: newId(),
      parentId: root.id,
      path: childPath(rootPath, at + 1),
      kind: 'general-branch',
      name: `${college}党总支`,
      college,
    }
    units.push(unit)
    for (const [below, name] of branches.entries())
      units.push({ id: newId(), parentId: unit.id, path: childPath(unit.path, below + 1), kind: 'branch', name, college })
  }
  units.push({
    id: newId(),
    parentId: root.id,
    path: childPath(rootPath, Object.keys(colleges).length + 1),
    kind: 'direct-branch',
    name: DIRECT,
    college: '研究生院',
  })
  return units
}

export const unitRow = (school: string, unit: Unit, position: number) => ({
  school_id: school,
  id: unit.id,
  parent_id: unit.parentId,
  path: unit.path,
  level: levelOf[unit.kind],
  kind: unit.kind,
  name: unit.name,
  position,
})

/** Secondary units with the branches where their members stand; a direct branch is its own. */
export const standingUnits = (units: readonly Unit[]) =>
  units
    .filter(({ kind }) => kind === 'general-branch' || kind === 'direct-branch')
    .map(unit => ({
      path: unit.path,
      direct: unit.kind === 'direct-branch',
      branches: unit.kind === 'direct-branch' ? [unit.path] : units.filter(({ parentId }) => parentId === unit.id).map(({ path }) => path),
    }))
