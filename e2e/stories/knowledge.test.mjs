import assert from 'node:assert/strict'
import { open, until } from '../house.mjs'

const house = open({ clock: '2026-03-02T09:00:00+08:00' })
const ANSWER = '请带身份证到就业服务中心报名，每年四月开班，满三十人开课，学费由财政补贴。'

/** What the answer desk is offered for these words. */
const offered = async (agent, words) => (await agent.post('/api/knowledge/find', { words })).map(each => each.question)

house.story('A call becomes an article: drafted, reviewed, told, and gone from the desk at its hour', async () => {
  const expert = await house.staff('expert-rs01')
  await expert.open('/desk/answer')
  await expert.fill('诉求要点', '请问古建彩绘培训班怎么报名')
  await expert.page.getByRole('textbox', { name: '给来电人的答复' }).fill(ANSWER)
  await expert.page.getByLabel(/^类型/).first().selectOption('INQUIRY').catch(() => undefined)
  await expert.keys('Control+Enter')
  await expert.link('生成知识草稿').click()
  await expert.page.getByLabel('政策依据').fill('《定州市就业创业服务指南（示例）》')
  await expert.page.getByLabel('复审日期').fill('2026-12-01')
  await expert.page.getByLabel(/^失效时间/).fill('2026-06-01T18:00')
  await expert.press(/^保存草稿/)
  await expert.press('提交审核')
  await expert.sees('部门审核中')
  assert.deepEqual((await offered(expert, '古建彩绘培训班怎么报名')).filter(each => each.includes('古建彩绘')), [])

  const head = await house.staff('rsj.fuze')
  await head.open('/desk/knowledge')
  await head.page.getByRole('link', { name: /古建彩绘培训班/ }).click()
  await head.sees(ANSWER)
  await head.press('审核通过并发布')
  await head.sees('已发布')

  const agent = await house.staff('agent03')
  await agent.open('/desk/answer')
  await agent.isAt(agent.field('诉求要点'))
  await agent.type('想学古建彩绘')
  await agent.page.getByRole('article').filter({ hasText: ANSWER }).first().waitFor()
  await agent.type('??古建彩绘培训')
  await agent.page.getByRole('option', { name: /古建彩绘/ }).first().waitFor()
  await agent.keys('Enter')
  await until(async () => (await agent.field('给来电人的答复').inputValue()) === ANSWER, 'the article in the answer')
  assert.equal(await agent.field('诉求要点').inputValue(), '想学古建彩绘', 'what called for it is gone, what was said is there')
  await agent.keys('Control+Enter')
  const receipt = agent.page.getByRole('status').filter({ hasText: '已登记' })
  await receipt.getByText('已办结').waitFor()
  await receipt.getByRole('link').first().click()
  await agent.region('答复').getByText(ANSWER.slice(0, 20)).waitFor()
  await agent.sees(/依据知识 Z\d+ 第 1 版/)

  await house.setClock('2026-06-01T18:00:01+08:00')
  await agent.signIn('agent03') // three months are longer than a session
  await agent.open('/desk/answer')
  assert.deepEqual((await offered(agent, '古建彩绘培训班怎么报名')).filter(each => each.includes('古建彩绘')), [])
})

house.story('A correction reaches the owner with a due time and becomes the next draft', async () => {
  const agent = await house.staff('agent04')
  await agent.open('/desk/answer')
  await agent.fill('诉求要点', '请问取暖费怎么交，能在手机上交吗')
  const card = agent.page.getByRole('article').first()
  await card.getByRole('button', { name: '纠错' }).click()
  await agent.page.getByLabel('哪里不对').fill('营业厅已搬到育英路')
  await agent.press('提交给责任单位')
  await agent.sees(/已交责任单位/)

  const owner = await house.staff('reli.fuze')
  await owner.open('/desk/knowledge/corrections')
  const row = owner.page.getByRole('row').filter({ hasText: '营业厅已搬到育英路' })
  await row.getByRole('button', { name: '采纳并修订' }).click()
  await row.waitFor({ state: 'hidden' })
  await owner.open('/desk/knowledge/articles/K0104')
  await owner.page.getByRole('button', { name: '草稿' }).waitFor()
})

house.story('What is passed on though it was answered before is a gap, and one click drafts the article', async () => {
  const dispatcher = await house.staff('dispatcher02')
  const ask = (body, first) => dispatcher.register({ body, category: '130102', kind: 'INQUIRY', requester: { phone: '19900007001' }, first })
  await ask('瓷窑遗址公园几点关门', { dispatch: { department: 'wlj', supporting: [] } })
  await ask('瓷窑遗址公园几点关门呀', { answer: { answer: '每天十七时三十分停止入园，十八时关门。' } })
  const supervisor = await house.staff('supervisor01')
  await supervisor.open('/desk/knowledge/gaps')
  await supervisor.press('重新统计')
  const row = supervisor.page.getByRole('row').filter({ hasText: '瓷窑遗址公园' })
  await row.getByRole('button', { name: '生成草稿' }).click()
  await supervisor.sees('每天十七时三十分停止入园，十八时关门。')
})

house.story('A citizen looks an answer up on a telephone before writing', async () => {
  const citizen = await house.citizen()
  await citizen.open('/')
  await citizen.link('先查一查').click()
  await citizen.page.getByRole('textbox').fill('失业金怎么领')
  await citizen.press('查答案')
  await citizen.link(/失业金怎么申领/).click()
  await citizen.heading(/失业金怎么申领/).waitFor()
  await citizen.sees('去哪里')
})
