import assert from 'node:assert/strict'
import { inProgress } from '../given.mjs'
import { open, until } from '../house.mjs'

const house = open()

house.story('The server dies in the middle of a sentence, and not a word of two people is lost', async () => {
  const agent = await house.staff('agent02')
  const handler = await house.staff('reli.banli')
  const order = await inProgress(agent, handler, 'reli', { body: '家里暖气不热，室温十四度' })
  await agent.open('/desk/answer')
  await agent.fill('诉求要点', '来电人说楼顶漏水')
  await agent.fill('电话', '19900008001')
  await handler.open(`/desk/orders/${order.id}`)
  await handler.press(/^反馈/)
  await handler.fill('给群众的答复（原样公开给诉求人）', '已上门测温')
  await agent.sees('草稿已保存')
  await handler.sees('草稿已保存')

  await house.kill()
  await agent.fill('诉求要点', '来电人说楼顶漏水，昨夜又下雨，墙皮掉了')
  await handler.fill('给群众的答复（原样公开给诉求人）', '已上门测温，卧室十八度，客厅十七度')
  await agent.sees('网络不通，草稿暂存在本机')
  await handler.sees('网络不通，草稿暂存在本机')
  await house.serve()

  await agent.page.reload()
  await handler.page.reload()
  await handler.press(/^反馈/)
  await agent.sees('草稿已保存')
  await handler.sees('草稿已保存')
  assert.equal(await agent.field('诉求要点').inputValue(), '来电人说楼顶漏水，昨夜又下雨，墙皮掉了')
  assert.equal(await agent.page.getByRole('textbox', { name: '电话' }).inputValue(), '19900008001')
  assert.equal(await handler.field('给群众的答复（原样公开给诉求人）').inputValue(), '已上门测温，卧室十八度，客厅十七度')
})

house.story('The line is cut while a call is typed, and the words are kept here until it is back', async () => {
  const agent = await house.staff('agent03')
  await agent.open('/desk/answer')
  await agent.fill('诉求要点', '来电人说井盖丢了')
  await agent.sees('草稿已保存')

  await agent.context.setOffline(true)
  await agent.fill('诉求要点', '来电人说井盖丢了，在学校门口')
  await agent.sees('网络不通，草稿暂存在本机')
  await agent.context.setOffline(false)
  await agent.sees('草稿已保存')

  const elsewhere = await house.staff('agent03')
  await elsewhere.open('/desk/answer')
  await until(async () => await elsewhere.field('诉求要点').inputValue() === '来电人说井盖丢了，在学校门口')
})

house.story('The session ends in the middle of a sentence, and whoever signs in again goes on writing', async () => {
  const agent = await house.staff('agent04')
  await agent.open('/desk/answer')
  await agent.fill('诉求要点', '来电人问医保')
  await agent.sees('草稿已保存')

  await agent.context.clearCookies({ name: 'MINSHENG' })
  await agent.fill('诉求要点', '来电人问医保怎么异地备案')
  await agent.sees(agent.heading('请重新登录'))
  assert.equal(await agent.field('诉求要点').inputValue(), '来电人问医保怎么异地备案')
  await agent.page.getByRole('dialog').getByRole('button', { name: '登录' }).click()

  await agent.sees('草稿已保存')
  await agent.page.reload()
  await until(async () => await agent.field('诉求要点').inputValue() === '来电人问医保怎么异地备案')
})

house.story('Somebody else changes the order while a reply is typed, and the reply stays', async () => {
  const agent = await house.staff('agent05')
  const handler = await house.staff('reli.banli')
  const order = await inProgress(agent, handler, 'reli', { body: '家里暖气不热，老人受不了' })
  await handler.open(`/desk/orders/${order.id}`)
  await handler.press(/^反馈/)
  await handler.fill('给群众的答复（原样公开给诉求人）', '师傅已到，正在放气')

  const head = await house.staff('reli.fuze')
  await head.act(order, 'note', { text: '请今天办完' })

  await handler.sees('请今天办完')
  assert.equal(await handler.field('给群众的答复（原样公开给诉求人）').inputValue(), '师傅已到，正在放气')
})

house.story('Keys that choose a Chinese candidate send nothing and lose nothing', async () => {
  const agent = await house.staff('agent06')
  await agent.open('/desk/answer')
  await agent.fill('诉求要点', '来电人说路灯不亮')
  await agent.fill('给来电人的答复', '已记下，马上处理')
  const composing = key => agent.field('诉求要点').evaluate((box, pressed) => box.dispatchEvent(
    new KeyboardEvent('keydown', { ...pressed, isComposing: true, bubbles: true, cancelable: true })), key)

  for (const key of [{ key: 'Enter', ctrlKey: true }, { key: 'Enter' }, { key: '1', altKey: true }, { key: 'Escape' }, { key: '/' }, { key: 'k', ctrlKey: true }]) {
    await composing(key)
  }

  assert.equal(await agent.field('诉求要点').inputValue(), '来电人说路灯不亮')
  assert.equal(await agent.field('诉求要点').evaluate(box => box === document.activeElement || document.activeElement?.id === 'desk-answer'), true)
  assert.equal(await agent.text('已登记').count(), 0)
})

house.story('The server dies, and what was committed a moment before can be found and is found once', async () => {
  const agent = await house.staff('agent07')
  const word = `鎏瀅${Date.now() % 100000}`
  await agent.register({ body: `来电人说${word}广场的灯坏了` })
  await house.kill()
  await house.serve()
  const later = await house.staff('agent07')
  let found
  await until(async () => {
    found = await later.post('/api/search', { q: word, kinds: ['order'] })
    return found.count > 0
  })
  assert.equal(found.count, 1)
  await later.open('/desk/search')
  await later.page.getByRole('searchbox').first().fill(word)
  await later.keys('Enter')
  await later.sees(later.page.locator('mark').filter({ hasText: word }).first())
})
