import { expect, test } from 'vitest'
import { changesOf } from './changes'
import type { Step } from './work-order'

const step = (seq: number, changes: Step['changes']): Step => ({
  seq, action: 'CORRECT', at: '', actor: '', actorName: '', role: null, department: null, from: null, to: null, reason: '', changes, data: {},
})

test('a changed field is told with what it was before, which an earlier step said', () => {
  const told = changesOf([step(1, { address: '锦园', status: 'REGISTERED' }), step(2, { address: '锦园3号楼' }), step(3, { address: '锦园4号楼', level: 'UTILITIES' })])
  expect(told.map(each => each.changes)).toEqual([
    [],
    [{ field: 'address', from: '锦园', to: '锦园3号楼' }],
    [{ field: 'level', from: null, to: 'UTILITIES' }, { field: 'address', from: '锦园3号楼', to: '锦园4号楼' }],
  ])
})
