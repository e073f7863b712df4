import { computed, shallowRef } from 'vue'
import { get } from '@minsheng/shared/http'
import type { Kind, Level } from '@minsheng/shared/words'

export interface Department {
  code: string
  parent: string | null
  name: string
  shortName: string
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

/** Numbers of the city's rules that a screen tells. */
export interface Rules { returnDays: number, returnsMost: number, extensionDays: number, attempts: number, reopenDays: number }

export interface Reference {
  departments: Department[]
  areas: Area[]
  categories: Category[]
  channels: Channel[]
  rules: Rules
  /** The letters that a character of these names may begin with when it is spoken: `重` → `cz`. */
  readings: Record<string, string>
}

const EMPTY: Reference = {
  departments: [], areas: [], categories: [], channels: [],
  rules: { returnDays: 0, returnsMost: 0, extensionDays: 0, attempts: 0, reopenDays: 0 },
  readings: {},
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

export const departmentOf = (code: string | null | undefined) => code ? departments.value.get(code) : undefined
export const categoryOf = (code: string | null | undefined) => code ? categories.value.get(code) : undefined
export const areaOf = (code: string | null | undefined) => code ? areas.value.get(code) : undefined
export const channelOf = (code: string | null | undefined) => code ? channels.value.get(code) : undefined

/** `南城区街道云锦花园3号楼` in an estate of that subdistrict → `云锦花园3号楼`: a row has room for what differs. */
export function nearPlace(area: string | null, address: string): string {
  const parent = areaOf(areaOf(area)?.parent)
  if (!parent) return address
  const rest = address.startsWith(parent.name) ? address.slice(parent.name.length).trim() : ''
  return nearPlace(parent.code, rest || address)
}

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

/** `zjj` → 住建局: whether the typed letters are the initials of neighbouring characters of a name. */
export function sounds(typed: string, name: string): boolean {
  const letters = typed.toLowerCase()
  if (!/^[a-z]{2,}$/.test(letters)) return false
  const signs = [...name]
  const fits = (at: number) => [...letters].every((letter, i) => (reference.value.readings[signs[at + i] ?? ''] ?? signs[at + i]?.toLowerCase() ?? '').includes(letter))
  return signs.some((_, at) => at + letters.length <= signs.length && fits(at))
}
