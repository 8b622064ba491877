/** Least privilege, held against the code that runs: the commands are read out of the files in each bundle. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundle, type Entry, entries } from '../src/bundle'
import { deployments, named, synthesisOf } from './synthesis'

const root = join(import.meta.dirname, '../..')
/** DynamoDB has no permission for a transaction: each change in it needs its own. */
const needs: Readonly<Record<string, readonly string[]>> = {
  GetItem: ['GetItem'],
  BatchGetItem: ['BatchGetItem'],
  Query: ['Query'],
  TransactWriteItems: ['ConditionCheckItem', 'PutItem', 'UpdateItem'],
}

const called = (entry: Entry): string[] =>
  bundle(entry)
    .inputs.filter(input => input.startsWith('functions/src/'))
    .flatMap(input => [...readFileSync(join(root, input), 'utf8').matchAll(/\bcall<\w+>\(\s*'(\w+)'/g)])
    .flatMap(match => needs[match[1] ?? ''] ?? [`the unknown ${match[1]}`])

interface Statement {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

describe.each(deployments)('roles in $stage, $region', deployment => {
  const { service } = synthesisOf(deployment)
  const statements = (entry: Entry): readonly Statement[] =>
    named(service, 'AWS::IAM::Policy', entry).Properties.PolicyDocument.Statement
  const actions = ({ Action }: Statement) => [Action].flat()

  test.each(entries)('%s may do with the table what its code calls, and nothing more', entry => {
    const allowed = statements(entry).flatMap(actions)
    const onItems = allowed.filter(action => /^dynamodb:.*(Item|Query|Scan|PartiQL)/.test(action))
    expect(onItems.sort()).toEqual([...new Set(called(entry))].map(name => `dynamodb:${name}`).sort())
    const onStream = allowed.filter(action => /^dynamodb:/.test(action) && !onItems.includes(action))
    expect(onStream.length > 0).toBe(entry === 'stream')
  })

  test.each(entries)('%s writes in transactions only', entry => {
    const writes = statements(entry).filter(one => actions(one).includes('dynamodb:PutItem'))
    expect(writes).toHaveLength(1)
    expect(writes[0]?.Condition).toEqual({
      'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
    })
  })

  test.each(entries)('%s uses the key of the table through DynamoDB only', entry => {
    const uses = statements(entry).filter(
      one => /^kms:/.test(actions(one)[0] ?? '') && !JSON.stringify(one.Resource).includes('EnvironmentKey'),
    )
    expect(uses.length).toBeGreaterThan(0)
    for (const use of uses)
      expect(use.Condition?.StringEquals?.['kms:ViaService']).toContain(
        `dynamodb.${deployment.region}.amazonaws.com`,
      )
  })

  test.each(entries)(
    '%s holds no wildcard but the one that ListStreams demands, and files of two folders',
    entry => {
      for (const one of statements(entry)) {
        expect(one.Effect).toBe('Allow')
        expect(actions(one).join()).not.toContain('*')
        const isFile = actions(one).every(action => action.startsWith('s3:'))
        const where = JSON.stringify(one.Resource)
        const everywhere = (isFile ? where.replaceAll(/\/(new|kept)\/\*/g, '') : where).includes('*')
        expect(everywhere).toBe(actions(one).join() === 'dynamodb:ListStreams')
      }
    },
  )

  test.each(entries)('%s has a role that no managed policy widens', entry => {
    expect(named(service, 'AWS::IAM::Role', entry).Properties.ManagedPolicyArns).toBeUndefined()
  })
})
