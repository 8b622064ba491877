import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { openBucket, signingKey } from './bucket'

// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html, its worked example.
const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const signature = 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404'

test('an address is signed as in the worked example of S3', () => {
  const bucket = openBucket(
    {
      name: 'examplebucket',
      url: 'https://examplebucket.s3.amazonaws.com',
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey },
    },
    Date.now,
  )
  const signed = bucket.signed('GET', 'test.txt', new Date('2013-05-24T00:00:00Z'), 86_400)
  expect(new URL(signed).searchParams.get('X-Amz-Signature')).toBe(signature)
})

test('the key that signs forms is that of the same example', () => {
  const text = [
    'AWS4-HMAC-SHA256',
    '20130524T000000Z',
    '20130524/us-east-1/s3/aws4_request',
    '3bfa292879f6447bbcda7001decf97f4a54dc650c8942174ae0a9121cf58ad04',
  ].join('\n')
  const key = signingKey(secretAccessKey, '20130524', 'us-east-1')
  expect(createHmac('sha256', key).update(text).digest('hex')).toBe(signature)
})
