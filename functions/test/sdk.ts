// The same requests as AWS's own client makes and signs them: what most programs would measure themselves by.
import { QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { connect } from '../src/platform/table/client'

export const openSdk = (endpoint: string) => {
  const client = connect({ region: 'local', endpoint })
  return {
    send: (operation: 'Query' | 'TransactWriteItems', body: string): Promise<unknown> =>
      operation === 'Query'
        ? client.send(new QueryCommand(JSON.parse(body)))
        : client.send(new TransactWriteItemsCommand(JSON.parse(body))),
    close: () => client.destroy(),
  }
}
