import assert from 'node:assert/strict'
import { findings } from '../accessible.mjs'
import { open, until } from '../house.mjs'

const house = open({})

/** Somebody new calls about the fire lane of an estate. */
const lane = (agent, n) => agent.register({
  body: `我们听澜雅居的消防通道天天被私家车堵死，消防车进不来，${n}号楼老人多，太危险了。`, category: '080101', kind: 'COMPLAINT',
  address: `听澜雅居${n}号楼`, requester: { name: '王小明', phone: `1390000100${n}` },
})

house.story('The third caller about one fire lane raises an alarm, and the next agent knows what to say', async () => {
  const agent = await house.staff('agent02')
  for (const n of [1, 2, 3]) await lane(agent, n)

  const supervisor = await house.staff('supervisor01')
  await until(async () => (await supervisor.get('/api/hotspots/alarms')).some(alarm => alarm.kind === 'SUDDEN'), 'an alarm')
  await supervisor.open('/desk/hotspots')
  await supervisor.sees(/3 人反映；/)
  await supervisor.sees('突发')
  assert.deepEqual(await findings(supervisor.page), [])

  await agent.open('/desk/answer')
  await agent.fill('诉求要点', '听澜雅居的消防通道又被堵了')
  await agent.page.getByRole('tab', { name: /热点/ }).click()
  await agent.sees('听澜雅居 2 小时内 3 人反映')
  await agent.sees('就是这里')

  await supervisor.page.locator('td a').first().click()
  await supervisor.heading('事件里的工单').waitFor()
  await supervisor.fill('事件名称', '听澜雅居消防通道')
  await supervisor.press('命名')
  await supervisor.heading('听澜雅居消防通道').waitFor()
  assert.deepEqual(await findings(supervisor.page), [])

  await supervisor.open('/desk/hotspots')
  const sudden = supervisor.page.getByRole('listitem').filter({ hasText: '突发' })
  await sudden.getByRole('button', { name: /^误报/ }).click()
  await sudden.waitFor({ state: 'detached' })
  await supervisor.open('/desk/hotspots/profile?category=0801')
  await supervisor.sees('最集中在 听澜雅居')
  assert.deepEqual(await findings(supervisor.page), [])
})
