CREATE TABLE "plugin_package" (
	"id" uuid PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"target" integer NOT NULL,
	"sequence" integer NOT NULL,
	"manifest" jsonb NOT NULL,
	"signatures" jsonb NOT NULL,
	"uploaded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plugin_package_sequence" CHECK ("plugin_package"."sequence" >= 1)
);
--> statement-breakpoint
CREATE TABLE "policy_review" (
	"id" uuid NOT NULL,
	"installation_id" uuid NOT NULL,
	"jurisdiction" integer NOT NULL,
	"cause" text NOT NULL,
	"caused_by" text NOT NULL,
	"from_on" date NOT NULL,
	"problems" jsonb NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "policy_review_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "policy_review_cause" CHECK ("policy_review"."cause" in ('superior', 'key')),
	CONSTRAINT "policy_review_decision" CHECK ("policy_review"."decision" in ('keep', 'suspend')),
	CONSTRAINT "policy_review_decided" CHECK (("policy_review"."decision" is null) = ("policy_review"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "signing_key" (
	"id" text PRIMARY KEY NOT NULL,
	"jurisdiction" integer NOT NULL,
	"algorithm" text NOT NULL,
	"public_key" text NOT NULL,
	"holder" text NOT NULL,
	"registered_by" text NOT NULL,
	"registered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	"revocation_reason" text,
	CONSTRAINT "signing_key_id" CHECK ("signing_key"."id" ~ '^[0-9a-f]{32}$'),
	CONSTRAINT "signing_key_algorithm" CHECK ("signing_key"."algorithm" in ('ed25519')),
	CONSTRAINT "signing_key_revoked" CHECK (("signing_key"."revoked_at" is null) = ("signing_key"."revoked_by" is null))
);
--> statement-breakpoint
CREATE TABLE "preview" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"jurisdiction" integer NOT NULL,
	"plugin_digest" text,
	"effective_from" date,
	"horizon" smallint NOT NULL,
	"from_on" date NOT NULL,
	"known_at" timestamp with time zone,
	"policy_at" timestamp with time zone,
	"asked_by" text NOT NULL,
	"policy_digest" text,
	"roster_state" text,
	"digest" text,
	"people" integer,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "preview_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "preview_kind" CHECK ("preview"."kind" in ('preview', 'replay')),
	CONSTRAINT "preview_document" CHECK (("preview"."kind" = 'preview') = ("preview"."plugin_digest" is not null)),
	CONSTRAINT "preview_horizon" CHECK ("preview"."horizon" between 1 and 40),
	CONSTRAINT "preview_days" CHECK ("preview"."from_on" between date '1800-01-01' and date '2200-12-31' and "preview"."effective_from" between date '1800-01-01' and date '2200-12-31')
);
--> statement-breakpoint
CREATE TABLE "preview_change" (
	"root" integer NOT NULL,
	"preview_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"year" smallint NOT NULL,
	"person_root" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"other_root" integer,
	"other_id" uuid,
	"unit_root" integer,
	"unit_id" uuid,
	"rule" text NOT NULL,
	"catalogue_id" text NOT NULL,
	"effect" text NOT NULL,
	"before_status" text,
	"before_since" date,
	"before_from" date,
	"before_due_by" date,
	"after_status" text,
	"after_since" date,
	"after_from" date,
	"after_due_by" date,
	CONSTRAINT "preview_change_root_preview_id_ordinal_pk" PRIMARY KEY("root","preview_id","ordinal"),
	CONSTRAINT "preview_change_kind" CHECK ("preview_change"."kind" in ('NEWLY_DUE', 'RELEASED', 'EARLIER', 'LATER', 'EFFECT_CHANGED', 'NEWLY_UNDETERMINED', 'CONFLICT_BEGINS', 'CONFLICT_ENDS')),
	CONSTRAINT "preview_change_other" CHECK (("preview_change"."other_root" is null) = ("preview_change"."other_id" is null)),
	CONSTRAINT "preview_change_unit" CHECK (("preview_change"."unit_root" is null) = ("preview_change"."unit_id" is null))
);
--> statement-breakpoint
ALTER TABLE "installation" DROP CONSTRAINT "installation_state";--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "mode" text DEFAULT 'enforce' NOT NULL;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "proposed_by" text;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "approved_by" text;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "preview_id" uuid;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "rolls_back" uuid;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "acknowledged" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "plugin_package" ADD CONSTRAINT "plugin_package_digest_plugin_document_digest_fk" FOREIGN KEY ("digest") REFERENCES "public"."plugin_document"("digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_key" ADD CONSTRAINT "signing_key_jurisdiction_jurisdiction_code_fk" FOREIGN KEY ("jurisdiction") REFERENCES "public"."jurisdiction"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_change" ADD CONSTRAINT "preview_change_preview" FOREIGN KEY ("root","preview_id") REFERENCES "public"."preview"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plugin_package_of" ON "plugin_package" USING btree ("digest","target");--> statement-breakpoint
CREATE INDEX "policy_review_of" ON "policy_review" USING btree ("installation_id");--> statement-breakpoint
CREATE INDEX "policy_review_open" ON "policy_review" USING btree ("jurisdiction") WHERE decision is null;--> statement-breakpoint
CREATE INDEX "signing_key_at" ON "signing_key" USING btree ("jurisdiction");--> statement-breakpoint
CREATE INDEX "preview_job" ON "preview" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "preview_digest" ON "preview" USING btree ("digest");--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_mode" CHECK ("installation"."mode" in ('enforce', 'shadow'));--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_state" CHECK ("installation"."state" in ('proposed', 'active', 'superseded', 'withdrawn', 'suspended'));--> statement-breakpoint
-- A queue of its own: what a policy would change is computed beside whatever is being judged.
SELECT pgboss.create_queue('previews', '{"policy": "standard", "retryLimit": 3}');
