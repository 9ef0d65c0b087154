import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { newToken } from '../secrets.ts'
import { recordDeed } from '../store/audit.ts'
import { insertInvitation, openInvitations, revokeInvitation } from '../store/invitations.ts'
import { changeMember, findMember, listMembers } from '../store/members.ts'
import { announce } from '../store/outbox.ts'
import { closeSessions } from '../store/sessions.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'

export const MemberView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(['administrator', 'member', 'viewer']),
    zone: z.string().nullable(),
    disabled: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: 'Member' })

const InvitationView = z
  .object({ id: z.string(), email: z.string(), role: z.enum(['administrator', 'member', 'viewer']), createdAt: z.string(), expiresAt: z.string() })
  .meta({ id: 'Invitation' })

const Role = z.enum(['administrator', 'member', 'viewer'])

/** Members and invitations. */
export function memberRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/members',
    id: 'listMembers',
    summary: 'Every member, by name',
    tag: 'People',
    policy: { verb: 'read', on: 'workspace' },
    answers: { 200: z.object({ items: z.array(MemberView) }) },
    answer: async () => ({ items: await listMembers(house.db) }),
  })
  route(app, house, {
    method: 'PATCH',
    url: '/v1/members/:member',
    id: 'changeMember',
    summary: 'Change a member’s role or zone, or disable them',
    description: 'Disabling ends their sessions and their API keys at once. What they wrote stays theirs.',
    tag: 'People',
    policy: { verb: 'administer', on: 'workspace' },
    params: z.object({ member: z.string() }),
    body: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      role: Role.optional(),
      zone: z.string().max(80).nullable().optional(),
      disabled: z.boolean().optional(),
    }),
    answers: { 200: MemberView },
    async answer({ person, params, body, request }) {
      if ((await findMember(house.db, params.member)) === null) throw absent('member')
      const changed = await house.db.tx(async (tx) => {
        const done = await changeMember(tx, params.member, body)
        if (done !== null) {
          await recordDeed(tx, person, { action: 'member.change', subject: params.member, before: done.before, after: done.after, address: request.ip })
          await announce(tx, { kind: 'member.changed', data: { member: params.member } })
        }
        return done
      })
      if (changed === null)
        throw new Refusal(409, 'last-administrator', { message: 'This is the last administrator.', hint: 'Make somebody else an administrator first.' })
      return changed.after
    },
  })
  route(app, house, {
    method: 'DELETE',
    url: '/v1/members/:member/sessions',
    id: 'endMemberSessions',
    summary: 'Sign a member out everywhere',
    description: 'What they have open, texts and streams of events, ends at once. Their API keys stay.',
    tag: 'People',
    policy: { verb: 'administer', on: 'workspace' },
    params: z.object({ member: z.string() }),
    answers: { 200: z.object({ ended: z.number().int() }) },
    async answer({ person, params, request }) {
      const member = await findMember(house.db, params.member)
      if (member === null) throw absent('member')
      return { ended: await house.db.tx((tx) => closeSessions(tx, { allBut: null }, { by: person, member: member.id, why: 'ended', address: request.ip })) }
    },
  })
  invitationRoutes(app, house)
}

function invitationRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/invitations',
    id: 'listInvitations',
    summary: 'The invitations that nobody has answered yet',
    tag: 'People',
    policy: { verb: 'administer', on: 'workspace' },
    answers: { 200: z.object({ items: z.array(InvitationView) }) },
    answer: async () => ({ items: await openInvitations(house.db) }),
  })
  route(app, house, {
    method: 'POST',
    url: '/v1/invitations',
    id: 'invite',
    summary: 'Invite somebody by e-mail',
    description: 'Where mail is not set up, the answer has the link to pass on; it is not shown again.',
    tag: 'People',
    policy: { verb: 'administer', on: 'workspace' },
    body: z.object({ email: z.email().max(320), role: Role }),
    answers: { 201: z.object({ invitation: InvitationView, sent: z.boolean(), link: z.string().nullable() }) },
    async answer({ person, body, request, reply }) {
      const taken = await house.db.sql
        .selectFrom('member')
        .select('id')
        .where((where) => where(where.fn<string>('lower', ['email']), '=', body.email.toLowerCase()))
        // Members who came with an import have no way in until they are invited.
        .where((where) => where.exists(where.selectFrom('auth_user').select('auth_user.id').whereRef('auth_user.id', '=', 'member.id')))
        .executeTakeFirst()
      if (taken !== undefined)
        throw new Refusal(409, 'already-member', {
          message: 'Somebody with this e-mail address is a member already.',
          hint: 'Look under members; they may be disabled.',
        })
      const { token, hash } = newToken('bf_invite_')
      const invitation = await house.db.tx(async (tx) => {
        const made = await insertInvitation(tx, { ...body, hash, by: person.memberId })
        await recordDeed(tx, person, { action: 'invitation.make', subject: made.id, after: { email: made.email, role: made.role }, address: request.ip })
        return made
      })
      const link = `${house.publicUrl}/welcome#${token}`
      const sent = await house.mail.send({
        to: invitation.email,
        subject: `${person.name} invites you to Blamefree`,
        text: `${person.name} invites you to Blamefree, where your team writes its post-mortems.\n\nAccept within 7 days:\n${link}\n`,
      })
      return reply.code(201).send({ invitation, sent, link: sent ? null : link })
    },
  })
  revocationRoute(app, house)
}

function revocationRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'DELETE',
    url: '/v1/invitations/:invitation',
    id: 'revokeInvitation',
    summary: 'Take an invitation back',
    tag: 'People',
    policy: { verb: 'administer', on: 'workspace' },
    params: z.object({ invitation: z.uuid() }),
    answers: { 204: z.null() },
    async answer({ person, params, request, reply }) {
      const revoked = await house.db.tx(async (tx) => {
        const done = await revokeInvitation(tx, params.invitation)
        if (done) await recordDeed(tx, person, { action: 'invitation.revoke', subject: params.invitation, address: request.ip })
        return done
      })
      if (!revoked) throw absent('open invitation')
      return reply.code(204).send(null)
    },
  })
}
