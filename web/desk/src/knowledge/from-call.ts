import { emptyText, type ArticleText } from './knowledge'

/** What was said becomes a question that others may read: no numbers that could lead to a person, the first sentence only. */
export function questionOf(said: string) {
  const plain = said.replace(/\d{4,}[\dXx]*/g, '').replace(/\d+(号楼|栋|单元|室)/g, '')
    .replace(/^(您好|你好|请问|我想问一下|问一下)[，,]?/, '').trim()
  const sentence = plain.split(/[。！!\n]/)[0] ?? ''
  return sentence.slice(0, 60)
}

/** 生成知识草稿: the call's question and answer, for the expert's own department. The basis is still to be written. */
export function draftOf(call: { body: string, answer: string, category: string }, owner: string): ArticleText {
  return { ...emptyText(owner), question: questionOf(call.body), asked: [], answer: call.answer.replace(/1\d{10}/g, ''), category: call.category || null }
}
