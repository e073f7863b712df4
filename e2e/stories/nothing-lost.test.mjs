import assert from 'node:assert/strict'
import { inProgress } from '../given.mjs'
import { open } from '../house.mjs'

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
  assert.equal(await agent.field('电话').inputValue(), '19900008001')
  assert.equal(await handler.field('给群众的答复（原样公开给诉求人）').inputValue(), '已上门测温，卧室十八度，客厅十七度')
})
