import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import type { Db } from '../database/index.ts'
import { hashPassword, verifyPassword } from './password.ts'

const HOUR = 3_600

/** A user's name over all schools: what a person types is only the second part. */
export const usernameOf = (schoolCode: string, login: string) => `${schoolCode}:${login}`.toLowerCase()

export type Identity = ReturnType<typeof openIdentity>

/** Sign-in and sessions. `url` is the address people use; cookies are secure exactly where it is https. */
export const openIdentity = (options: { db: Db; url: string; secret: string }) =>
  betterAuth({
    appName: '启程',
    baseURL: options.url,
    basePath: '/api/auth',
    secret: options.secret,
    database: { db: options.db, type: 'postgres', transaction: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: { modelName: 'auth_users', fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    session: {
      modelName: 'auth_sessions',
      expiresIn: 12 * HOUR,
      updateAge: HOUR / 4,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'auth_rate_limits',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 600,
      customRules: { '/sign-in/username': { window: 60, max: 300 } }, // a campus shares one address; accounts are throttled one by one
    },
    advanced: {
      cookiePrefix: 'qicheng',
      useSecureCookies: options.url.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: ['x-real-ip'] },
      // Session and user in one statement: both are asked with every request.
      database: { generateId: 'uuid', joins: true },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 80,
        usernameValidator: text => /^[a-z0-9_.:-]+$/i.test(text),
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
    ],
  })

/** The endpoints of better-auth that are reachable from outside. */
export const openEndpoints = new Set(['/sign-in/username', '/sign-out', '/get-session', '/change-password'])

export { hashPassword, verifyPassword }
