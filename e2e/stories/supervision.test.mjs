import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { findings } from '../accessible.mjs'
import { answered, dispatched, inProgress } from '../given.mjs'
import { open } from '../house.mjs'

const house = open({ clock: '2026-03-02T09:00:00+08:00' })

house.story('An order that nobody accepts is reminded of, read, accepted, and the daily sheet shows it', async () => {
  const agent = await house.staff('agent02')
  const order = await dispatched(agent, 'reli', { body: '家里暖气片不热，已经三天了' })
  await house.setClock('2026-03-04T09:30:00+08:00')

  const supervisor = await house.staff('supervisor01')
  await supervisor.open('/desk/today')
  await supervisor.region('未签收').getByRole('checkbox', { name: new RegExp(order.number) }).check()
  await supervisor.press(/^催办 1/)
  await supervisor.fill('内容', '请今天上午签收')
  await supervisor.keys('Control+Enter')
  await supervisor.region('批量操作').waitFor({ state: 'detached' })

  const handler = await house.staff('reli.banli')
  await handler.open(`/desk/orders/${order.id}`)
  await handler.sees(/催办：请今天上午签收/)
  await handler.press('已阅')
  await handler.press(/^签收/)
  await handler.sees('办理中')

  await supervisor.open('/desk/measures?tab=reminders')
  const row = supervisor.row(order)
  await row.getByText('田立民').waitFor()
  await row.getByText(/签收（\d+ 分钟后）/).waitFor()
  assert.deepEqual(await findings(supervisor.page), [])
  const pdf = await downloaded(supervisor, supervisor.link('下载 PDF'))
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  await supervisor.link('查看每日督办情况').click()
  const sheet = await downloaded(supervisor, supervisor.link('下载 Word'))
  assert.equal(sheet.subarray(0, 2).toString(), 'PK', 'a Word file')
})

house.story('A supervision card goes to two departments and is closed when both have answered', async () => {
  const supervisor = await house.staff('supervisor01')
  await supervisor.open('/desk/measures')
  await supervisor.press('发督办件')
  await supervisor.page.getByLabel('反馈期限').fill('2026-03-20')
  await addressed(supervisor, '住房和城乡建设局')
  await addressed(supervisor, '消防救援大队')
  await supervisor.fill('标题', '小区应急通道被车辆占用')
  await supervisor.fill('事由', '近期多名群众先后反映所在小区应急通道被占')
  await supervisor.fill('要求', '除解决所反映问题外，排查全市小区消防安全隐患')
  await supervisor.page.getByRole('dialog').getByRole('button', { name: /^发督办件/ }).click()
  await supervisor.sees(/〔2026〕督字第\d+号/)

  for (const [username, words] of [['zjj.banli', '已排查 86 个小区'], ['xfdd.banli', '已联合执法 12 次']]) {
    const person = await house.staff(username)
    await person.open('/desk/measures')
    await person.press('签收')
    await person.page.getByRole('textbox', { name: '反馈' }).fill(words)
    await person.press('提交反馈')
    await person.sees(words)
  }

  await supervisor.open('/desk/measures')
  await supervisor.sees('已联合执法 12 次')
  await supervisor.page.getByRole('textbox', { name: '办结意见' }).fill('按时完成，纳入常态检查')
  await supervisor.press('办结')
  await supervisor.open('/desk/measures?tab=closed')
  await supervisor.sees('按时完成，纳入常态检查')
  assert.deepEqual(await findings(supervisor.page), [])
})

house.story('What is excluded leaves the raw rate as it was, and somebody else decides', async () => {
  const agent = await house.staff('agent02')
  const handler = await house.staff('reli.banli')
  const reviewer = await house.staff('reviewer02')
  const caller = await house.staff('followup01')
  const order = await inProgress(agent, handler, 'reli', { body: '要求赔偿停暖期间的住宿费' })
  await answered(order, handler, reviewer, '停暖已恢复，赔偿请求请依法另行提出。')
  await caller.act(order, 'close', { contacted: true, solved: 'NO', satisfied: 'NO' })

  await handler.open(`/desk/orders/${order.id}`)
  await handler.press('申请剔除')
  await handler.page.getByLabel('理由', { exact: true }).fill('诉求超出职责')
  await handler.page.getByLabel('证据').fill('沟通记录两次')
  await handler.page.getByRole('dialog').getByRole('button', { name: '申请剔除' }).click()
  await handler.sees('待审核')

  const supervisor = await house.staff('supervisor01')
  await supervisor.open('/desk/measures?tab=exclusions')
  await supervisor.row(order).getByRole('textbox').fill('证据充分')
  await supervisor.row(order).getByRole('button', { name: '同意剔除', exact: true }).click()
  await supervisor.row(order).getByText('已剔除').waitFor()
  await supervisor.open('/desk/rates')
  await supervisor.page.getByRole('row').filter({ hasText: '热力公司' }).getByText('原始').first().waitFor()
  assert.deepEqual(await findings(supervisor.page), [])
  await supervisor.page.getByRole('row').filter({ hasText: '热力公司' }).getByRole('link').first().click()
  await supervisor.sees(order.number)
})

/** By keyboard, as the words of the empty box lie over it; the list is closed again, the sheet stays. */
async function addressed(person, name) {
  const box = person.page.getByRole('combobox', { name: /^承办单位/ })
  await box.focus()
  await box.press('ArrowDown')
  await box.fill(name) // what was typed for the one before is kept
  await person.page.getByRole('option', { name }).filter({ visible: true }).first().click()
  await person.page.getByRole('dialog').getByText(name).first().waitFor()
}

async function downloaded(person, link) {
  const [download] = await Promise.all([person.page.waitForEvent('download'), link.click()])
  return readFileSync(await download.path())
}
