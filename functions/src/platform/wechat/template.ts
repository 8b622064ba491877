/**
 * Templates of subscription messages are chosen by whoever runs the mini-program, in WeChat's console: which id and
 * which fields they have is configuration. A field's kind is the beginning of its name, and says how long it may be.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
import { z } from '@yike/shared/kernel/zod'

/** What a message can say: what it is about, when that is, how it stands, and why. */
const facts = ['what', 'when', 'state', 'note'] as const
export type Fact = (typeof facts)[number]

const Template = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{10,64}$/)),
  /** Field of the template → the fact that fills it: `{ "thing1": "what", "phrase3": "state" }`. */
  fields: z.record(z.string().check(z.regex(/^[a-z_]+\d+$/)), z.enum(facts)),
})
export type Template = z.output<typeof Template>

/** Kind of case → its template. */
export const Templates = z.record(z.string(), Template)
export type Templates = Readonly<Record<string, Template>>

/** Characters that WeChat takes; longer values refuse the whole message (47003). */
const most: Readonly<Record<string, number>> = { thing: 20, phrase: 5, name: 10, character_string: 32 }

const cut = (text: string, max: number): string => {
  const characters = [...text]
  return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : text
}

/** The fields of a message; a fact that is not there is a dash, for an empty field refuses the message. */
export const fill = (
  { fields }: Template,
  said: Readonly<Partial<Record<Fact, string>>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, fact]) => {
      const kind = field.replace(/\d+$/, '')
      return [field, cut(said[fact] || '—', most[kind] ?? 20)]
    }),
  )
