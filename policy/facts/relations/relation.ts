import type { Duty, Seat } from '../vocabulary.ts'

/** How two posts may stand to each other. Where it has a direction, the first of the two leads. */
export const postRelations = {
  sameLeader: '同受一人直接领导',
  sameTeam: '同一领导班子',
  directSuperior: '直接上下级领导关系',
  leadsAndSensitive: '一方任领导，另一方从事组织人事、纪检监察、审计、财务工作',
  sameUnit: '同一单位',
  sameInternalUnit: '同一内设机构',
  sameCommission: '同一监察委员会',
  adjacentLevel: '相邻两级单位',
  chiefAndDeputy: '同一单位的正副职',
  regulates: '一方领导的机关主管另一方的企业',
  seats: '两个指定席位',
} as const
export type PostRelation = keyof typeof postRelations

/** Within what the two posts must lie. */
export const relationScopes = {
  sameOrgan: '同一机关',
  sameLegalPerson: '同一法人单位',
  sameInternalUnit: '同一内设机构',
  sameJurisdiction: '同一地方',
  any: '不限',
} as const
export type RelationScope = keyof typeof relationScopes

/** How far an organ reaches: itself, with the offices it sends out (派驻), or with the units below it. */
export const organClosures = {
  organ: '机关本身',
  withDispatched: '连同派驻、派出机构',
  withSubordinates: '连同下属单位',
} as const
export type OrganClosure = keyof typeof organClosures

/** Whose leadership makes two posts have the same leader: one person's, or one leading team's. */
export type LeaderScope = 'person' | 'team'

/** A relation and what it is asked with. Where something is not stated the default of `PostsStand` is meant. */
export interface AskedRelation {
  readonly relation: PostRelation
  readonly scope?: RelationScope
  readonly organClosure?: OrganClosure
  readonly duties?: readonly Duty[]
  readonly leaderScope?: LeaderScope
  readonly seats?: readonly [Seat, Seat]
}
