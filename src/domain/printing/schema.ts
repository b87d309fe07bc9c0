/** The logos of what is printed, who signs certificates, and the links to the speakers' lists. */
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const logoKinds = ['carrier', 'funder'] as const;
export const pictureTypes = ['image/png', 'image/jpeg'] as const;
export type LogoKind = (typeof logoKinds)[number];
export type PictureType = (typeof pictureTypes)[number];

export const logos = sqliteTable('logos', {
  id: integer().primaryKey({ autoIncrement: true }),
  key: text().notNull().unique(),
  kind: text({ enum: logoKinds }).notNull(),
  organisationId: integer('organisation_id'),
  name: text().notNull(),
  type: text({ enum: pictureTypes }).notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
});

export const speakerLinks = sqliteTable('speaker_links', {
  id: integer().primaryKey({ autoIncrement: true }),
  reference: text().notNull().unique(),
  sessionId: integer('session_id').notNull(),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
});

/** A logo without its picture: what lists and pages need. */
export type Logo = Pick<
  typeof logos.$inferSelect,
  'id' | 'key' | 'kind' | 'organisationId' | 'name' | 'type' | 'width' | 'height'
>;

export const signaturePictureKinds = ['signature', 'stamp'] as const;
export type SignaturePictureKind = (typeof signaturePictureKinds)[number];

export const signatures = sqliteTable('signatures', {
  id: integer().primaryKey({ autoIncrement: true }),
  organisationId: integer('organisation_id').notNull(),
  name: text().notNull(),
  role: text().notNull(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  endedAt: integer('ended_at'),
});

export const signaturePictures = sqliteTable('signature_pictures', {
  id: integer().primaryKey(),
  signatureId: integer('signature_id').notNull(),
  kind: text({ enum: signaturePictureKinds }).notNull(),
  type: text({ enum: pictureTypes }).notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});
