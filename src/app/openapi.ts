import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from './contract.ts'

/** The API as an OpenAPI document, generated from the contract once at start. */
export const openApiDocument = (url: string) =>
  new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(contract, {
    info: { title: '启程 API', version: '1', description: '毕业生党员教育管理与组织关系接转。网页端用的就是这一套接口。' },
    servers: [{ url: `${url}/api/v1` }],
    commonSchemas: { UndefinedError: { error: 'UndefinedError' } },
    security: [{ session: [] }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'qicheng.session_token' } } },
  })
