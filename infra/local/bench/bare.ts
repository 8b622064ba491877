// The engine with nothing around it: requests that were made beforehand, sent as they are. What is as fast is free.
import { Agent, request } from 'node:http'
import { place } from '../../../functions/src/booking/domain'
import { newBookingChanges } from '../../../functions/src/booking/store'
import type { Offering } from '../../../functions/src/circle/store'
import { newId } from '../../../functions/src/platform/ids'
import { keys } from '../../../functions/src/platform/keys'
import { toTransactItem } from '../../../functions/src/platform/table/transaction'
import type { Id } from '../../../shared/src/kernel/id'
import { addDays, instantOf, localDate } from '../../../shared/src/kernel/time'
import { dayKindOf } from '../../../shared/src/kernel/workday'
import { slotAt } from '../race/ground'

export const openBare = (endpoint: string) => {
  const { hostname, port } = new URL(endpoint)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  return {
    send: (target: string, body: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const sent = request(
          {
            agent,
            hostname,
            port,
            method: 'POST',
            headers: {
              'content-type': 'application/x-amz-json-1.0',
              'x-amz-date': '20260101T000000Z',
              'x-amz-target': `DynamoDB_20120810.${target}`,
              authorization:
                'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
            },
          },
          async reply => {
            const chunks: Buffer[] = []
            for await (const chunk of reply) chunks.push(chunk as Buffer)
            const text = Buffer.concat(chunks).toString()
            if (reply.statusCode === 200) resolve(text)
            else reject(new Error(text))
          },
        )
        sent.on('error', reject)
        sent.end(body)
      }),
    close: () => agent.destroy(),
  }
}

/** The very transaction of a booking, for somebody at the `n`th hour of an offering. */
export const bookingBody = (table: string, offering: Offering, n: number): string => {
  const now = instantOf(Date.now())
  const placed = place({
    offering,
    residentId: newId('resident', n) as Id<'resident'>,
    person: { personId: newId('person', n), name: '居民', community: offering.community },
    input: slotAt(offering, n),
    bookingId: newId('booking', Date.now()),
    asked: 'x'.repeat(22),
    now,
    dayKindOf,
  })
  if (!placed.ok) throw new Error(placed.refusal.code)
  return JSON.stringify({
    ClientRequestToken: crypto.randomUUID(),
    TransactItems: newBookingChanges(placed.value).map(change => toTransactItem(table, change)),
  })
}

/** The very query of two weeks of an offering's days. */
export const daysBody = (table: string, { thingId }: Offering): string => {
  const today = localDate(instantOf(Date.now()))
  const [from, to] = [keys.daySheet(thingId, today), keys.daySheet(thingId, addDays(today, 13))]
  return JSON.stringify({
    TableName: table,
    KeyConditionExpression: 'pk = :p AND sk BETWEEN :f AND :t',
    ExpressionAttributeValues: { ':p': { S: from.pk }, ':f': { S: from.sk }, ':t': { S: to.sk } },
  })
}
