import assert from 'node:assert/strict'
import { findings } from '../accessible.mjs'
import { open, until } from '../house.mjs'

const house = open({ clock: '2023-10-09T09:00:00+08:00' })
const SWEPT = ['云锦花园', '馨和家园', '翠屏雅苑']
const OTHERS = ['御景华庭', '和顺小区']
let callers = 0

/** Somebody new calls about the fire lane of an estate; answered at once, as most are. */
const call = (agent, estate) => agent.register({
  body: `${estate}的消防通道被私家车堵死，应急车辆进不来。`, category: '080101', address: `${estate}${1 + callers % 9}号楼`, area: null,
  requester: { name: '王先生', phone: `1390000${String(1000 + callers++)}` }, first: { answer: { answer: '已记录并通知物业。' } },
})

async function calls(agent, estates, count) {
  for (let n = 0; n < count; n++) await call(agent, estates[n % estates.length])
}

/** So much time has passed that everybody has to sign in again. */
async function later(at, ...people) {
  await house.setClock(at)
  for (const person of people) await person.signIn(person.name)
}

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

house.story('From the first calls about fire lanes in October 2023 to the drop in calls', async () => {
  const agent = await house.staff('agent02')
  await calls(agent, SWEPT, 9)
  await calls(agent, OTHERS, 6)
  await later('2023-10-16T09:00:00+08:00', agent)
  await calls(agent, SWEPT, 6)
  await calls(agent, OTHERS, 5)
  await later('2023-10-23T09:00:00+08:00')

  // The analyst counts what it rests on and proposes it.
  const analyst = await house.staff('analyst01')
  await analyst.open('/desk/campaigns/new')
  await analyst.field('事项').selectOption('0801')
  await analyst.fill('关键词', '消防通道')
  await analyst.fill('从', '2023-10-01')
  await analyst.fill('至', '2023-10-23')
  await analyst.press('统计佐证')
  await analyst.sees('26 件，26 人反映')
  assert.deepEqual(await findings(analyst.page), [])
  await analyst.fill('名称', '全市居民住宅小区消防安全综合治理')
  await analyst.fill('作为哪个月的“每月一题”', '2023-10')
  await analyst.fill('理由', '多名群众先后反映所在小区存在车辆占用应急通道的问题。')
  await analyst.press('提交审批')
  await analyst.sees('待审批')
  const campaign = new URL(analyst.page.url()).pathname

  // Somebody else approves; every figure leads to its list.
  const supervisor = await house.staff('supervisor01')
  await supervisor.open(campaign)
  await supervisor.link('26 件，26 人反映。').click()
  await until(async () => await supervisor.page.locator('tbody tr').count() === 26, '26 orders in the list')
  await supervisor.open(campaign)
  await supervisor.press(/^批准$/)
  await supervisor.sees('筹备中')

  // The plan, the list of places with a wrong row, the card, the draft of the notice.
  await analyst.page.reload()
  await analyst.choose('牵头单位', '消防', '消防救援大队')
  const joining = analyst.page.getByRole('combobox', { name: '参与单位' })
  for (const name of ['应急管理局', '公安局', '住房和城乡建设局']) {
    const option = analyst.page.getByRole('option', { name }).filter({ visible: true }).first()
    await until(async () => { // the list before, in closing, may close this one
      await joining.focus()
      await joining.fill(name)
      return option.click({ timeout: 3000 }).then(() => true, () => false)
    }, `${name} chosen`)
  }
  await analyst.keys('Escape')
  await analyst.fill('完成日期', '2023-12-29')
  await analyst.fill('排查整治要求', '建筑消防设施、消防车通道及安全疏散设施、日常消防安全管理。')
  await analyst.fill('坐席口径', '全市正在集中治理小区消防通道，您反映的小区已列入排查。')
  await analyst.press('保存方案')
  await analyst.page.locator('input[accept*=csv]').setInputFiles({
    name: 'estates.csv', mimeType: 'text/csv',
    buffer: Buffer.from(`地点,区域,责任单位\n${SWEPT.map(estate => `${estate},,消防救援大队`).join('\n')}\n${OTHERS.map(estate => `${estate},,住建局`).join('\n')}\n不知哪里,,没有的局\n`),
  })
  await analyst.sees('共 6 行，列入 5 个，1 行有误。')
  await analyst.sees('第 7 行')
  const notice = analyst.page.waitForEvent('download')
  await analyst.link('下载通告草稿').click()
  assert.match((await notice).suggestedFilename(), /notice-.*\.docx/)
  await supervisor.page.reload()
  await supervisor.press('签发督办卡')
  await supervisor.sees(/〔2023〕督字第\d+号/)
  await analyst.page.reload()
  await analyst.press('启动')
  await analyst.sees('排查整治中')
  assert.deepEqual(await findings(analyst.page), [])
  await later('2023-10-30T09:00:00+08:00', analyst)
  await analyst.page.reload()
  await analyst.fill('通告文号或标题', '关于开展全市居民住宅小区消防安全综合治理的通告')
  await analyst.press('登记已发布')
  await analyst.sees('2023-10-30')

  // A department sees its own places only: found, fixed with a photo; left over with its reason; nothing found.
  const brigade = await house.staff('xfdd.banli')
  await brigade.open('/desk/campaigns/tasks')
  await brigade.sees('待办 3')
  assert.equal(await brigade.text(OTHERS[0]).count(), 0)
  await brigade.press(new RegExp(`^发现问题 ${SWEPT[0]}`))
  await brigade.fill('发现了什么', '地桩两处，车辆占用')
  await brigade.press(`确定 ${SWEPT[0]}`)
  await brigade.sees('整改中')
  await brigade.page.getByLabel(`上传照片 ${SWEPT[0]}`).setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: picture })
  await brigade.sees(brigade.page.getByRole('img', { name: `${SWEPT[0]} 的照片 1` }))
  await brigade.press(`已整改 ${SWEPT[0]}`)
  await brigade.fill('怎样整改的', '地桩已拆除，重新施划标线')
  await brigade.press(`确定 ${SWEPT[0]}`)
  await brigade.sees('待办 2')
  await brigade.press(new RegExp(`^发现问题 ${SWEPT[1]}`))
  await brigade.fill('发现了什么', '门洞太窄')
  await brigade.press(`确定 ${SWEPT[1]}`)
  await brigade.press(`遗留 ${SWEPT[1]}`)
  await brigade.fill('为什么遗留', '须整体改造，列入明年计划')
  await brigade.press(`确定 ${SWEPT[1]}`)
  await brigade.press(`未发现问题 ${SWEPT[2]}`)
  await brigade.press(`确定 ${SWEPT[2]}`)
  await brigade.sees('待办 0')
  assert.deepEqual(await findings(brigade.page), [])

  // What is not swept is said so; then the calls are watched.
  await analyst.page.reload()
  for (const estate of OTHERS) {
    await analyst.press(`不排查 ${estate}`)
    await analyst.fill('原因', '正在整体改造')
    await analyst.press(`确定 ${estate}`)
    await analyst.sees(analyst.page.getByRole('row').filter({ hasText: estate }).filter({ hasText: '正在整体改造' }))
  }
  await later('2023-12-20T09:00:00+08:00', analyst)
  await analyst.page.reload()
  await analyst.press('结束排查，开始监测')
  await analyst.sees('跟踪监测中')
  await later('2023-12-28T09:00:00+08:00', agent)
  await calls(agent, SWEPT, 2)
  await calls(agent, OTHERS, 10)

  // Later calls on the topic: the agent knows what to say.
  await agent.open('/desk/answer')
  await agent.fill('诉求要点', '我们小区消防通道又被堵了')
  await agent.page.getByRole('tab', { name: /热点/ }).click()
  await agent.sees('全市正在集中治理小区消防通道')

  // The drop, against the places that were not swept; the end, with a report and a draft for the knowledge base.
  await later('2024-01-19T09:00:00+08:00', analyst)
  await analyst.page.reload()
  const effect = analyst.region('成效')
  await effect.getByText(/双重差分 −77\.6 个百分点/).waitFor()
  await effect.getByRole('row').filter({ hasText: '已排查点位' }).getByRole('link', { name: '2', exact: true }).first().click()
  await until(async () => await analyst.page.locator('tbody tr').count() === 2, 'two calls after')
  await analyst.open(campaign)
  await analyst.fill('结论', '排查后，已排查小区的来电由 15 件降到 2 件。')
  await analyst.press('办结')
  await analyst.sees('已办结')
  await analyst.sees(/知识草稿 /)
  const report = analyst.page.waitForEvent('download')
  await analyst.link('总结报告').click()
  assert.match((await report).suggestedFilename(), /report-.*\.docx/)
  await analyst.open('/desk/campaigns/months?')
  await analyst.press('上一年')
  await analyst.sees('全市居民住宅小区消防安全综合治理')
  assert.deepEqual(await findings(analyst.page), [])

  const proof = house.command('proof')
  assert.equal(proof.status, 0, proof.stdout)
})
