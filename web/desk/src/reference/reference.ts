import { computed, shallowRef } from 'vue'
import { get } from '@minsheng/shared/http'
import type { ClockKind, Kind, Level, Role, Unit } from '@minsheng/shared/words'

export interface Department {
  code: string
  parent: string | null
  name: string
  short: string
  english: string
  kind: 'HOTLINE' | 'BUREAU' | 'UTILITY' | 'AREA' | 'SUBUNIT'
  area: string | null
}
export interface Area { code: string, parent: string | null, name: string, english: string, kind: string }
export interface Category {
  code: string
  parent: string | null
  name: string
  english: string
  kinds: Kind[]
  level: Level | null
  words: string[]
}
export interface Channel { code: string, name: string, english: string, core: boolean, medium: string }
export interface ActionWords { action: string, verb: string, zh: string, en: string, needs: string[] }
export interface Limit {
  clock: ClockKind
  level: Level | '*'
  kind: Kind | '*'
  amount: number
  unit: Unit
  basis: string
}
export interface Colleague { username: string, name: string, department: string, roles: Role[] }

export interface Reference {
  departments: Department[]
  areas: Area[]
  categories: Category[]
  channels: Channel[]
  actions: ActionWords[]
  limits: Limit[]
  people: Colleague[]
}

const EMPTY: Reference = {
  departments: [], areas: [], categories: [], channels: [], actions: [], limits: [], people: [],
}

/** The city's lists, loaded once after signing in. */
export const reference = shallowRef<Reference>(EMPTY)

export async function loadReference() {
  reference.value = await get<Reference>('/api/reference')
}

const byCode = <T extends { code: string }>(things: T[]) => new Map(things.map(thing => [thing.code, thing]))
const departments = computed(() => byCode(reference.value.departments))
const categories = computed(() => byCode(reference.value.categories))
const areas = computed(() => byCode(reference.value.areas))
const channels = computed(() => byCode(reference.value.channels))
const actions = computed(() => new Map(reference.value.actions.flatMap(each =>
  [[each.verb, each], [each.action, each]] as [string, ActionWords][])))

export const departmentOf = (code: string | null | undefined) => code ? departments.value.get(code) : undefined
export const categoryOf = (code: string | null | undefined) => code ? categories.value.get(code) : undefined
export const areaOf = (code: string | null | undefined) => code ? areas.value.get(code) : undefined
export const channelOf = (code: string | null | undefined) => code ? channels.value.get(code) : undefined

/** The words for a verb (`ask-for-information`) or an action (`ASK_FOR_INFORMATION`). */
export const actionWords = (verbOrAction: string) => actions.value.get(verbOrAction)

/** Departments that can be given an order. */
export const handlingDepartments = computed(() =>
  reference.value.departments.filter(each => each.kind !== 'HOTLINE' && each.kind !== 'SUBUNIT'))

export const subUnitsOf = (department: string) =>
  reference.value.departments.filter(each => each.kind === 'SUBUNIT' && each.parent === department)

/** The finest categories, each with the names that lead to it. */
export const leafCategories = computed(() => {
  const parents = new Set(reference.value.categories.map(each => each.parent))
  return reference.value.categories.filter(each => !parents.has(each.code))
})

export function categoryPath(code: string): Category[] {
  const category = categoryOf(code)
  if (category === undefined) return []
  return category.parent ? [...categoryPath(category.parent), category] : [category]
}
