CREATE TABLE "conflict" (
	"root" integer NOT NULL,
	"row_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule" text NOT NULL,
	"catalogue_id" text NOT NULL,
	"plugin_id" text NOT NULL,
	"plugin_digest" text NOT NULL,
	"rule_jurisdiction" integer NOT NULL,
	"effect" text NOT NULL,
	"effect_rank" smallint NOT NULL,
	"first_person_id" uuid NOT NULL,
	"first_post_root" integer NOT NULL,
	"first_post_id" uuid NOT NULL,
	"first_assignment_id" uuid NOT NULL,
	"first_authority" integer NOT NULL,
	"second_root" integer NOT NULL,
	"second_person_id" uuid NOT NULL,
	"second_post_root" integer NOT NULL,
	"second_post_id" uuid NOT NULL,
	"second_assignment_id" uuid NOT NULL,
	"second_authority" integer NOT NULL,
	"kin_class" text,
	"kin_pattern" text NOT NULL,
	"path" jsonb NOT NULL,
	"relation" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"facts_digest" text NOT NULL,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "conflict_root_row_id_pk" PRIMARY KEY("root","row_id"),
	CONSTRAINT "conflict_two" CHECK ("conflict"."first_person_id" <> "conflict"."second_person_id"),
	CONSTRAINT "conflict_days" CHECK ("conflict"."from_on" < "conflict"."to_on"),
	CONSTRAINT "conflict_digest" CHECK ("conflict"."facts_digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "conflict_recorded" CHECK ("conflict"."recorded_to" >= "conflict"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "conflict_register" (
	"root" integer PRIMARY KEY NOT NULL,
	"policy_at" timestamp with time zone,
	"revised_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conflict_span" (
	"root" integer NOT NULL,
	"conflict_row_id" uuid NOT NULL,
	"conflict_id" uuid NOT NULL,
	"effect_rank" smallint NOT NULL,
	"first_authority" integer NOT NULL,
	"second_authority" integer NOT NULL,
	"status" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"since" date NOT NULL,
	"shown_with" uuid,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "conflict_span_root_conflict_row_id_from_on_pk" PRIMARY KEY("root","conflict_row_id","from_on"),
	CONSTRAINT "conflict_span_status" CHECK ("conflict_span"."status" in ('ACTIVE', 'UNDETERMINED')),
	CONSTRAINT "conflict_span_days" CHECK ("conflict_span"."from_on" < "conflict_span"."to_on"),
	CONSTRAINT "conflict_span_recorded" CHECK ("conflict_span"."recorded_to" >= "conflict_span"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "triage" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"conflict_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_on" timestamp with time zone DEFAULT now() NOT NULL,
	"due_by" date,
	"facts_digest" text NOT NULL,
	"until_on" date,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "triage_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "triage_decision" CHECK ("triage"."decision" in ('NO_ISSUE', 'PLEDGE', 'RECUSE_DUTY', 'MOVE', 'REFER')),
	CONSTRAINT "triage_due_by" CHECK ("triage"."due_by" between date '1800-01-01' and date '2200-12-31'),
	CONSTRAINT "triage_digest" CHECK ("triage"."facts_digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "triage_recorded" CHECK ("triage"."recorded_to" >= "triage"."recorded_from")
);
--> statement-breakpoint
ALTER TABLE "conflict_span" ADD CONSTRAINT "conflict_span_conflict" FOREIGN KEY ("root","conflict_row_id") REFERENCES "public"."conflict"("root","row_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "conflict_current" ON "conflict" USING btree ("id","from_on","root") WHERE recorded_to is null;--> statement-breakpoint
CREATE INDEX "conflict_said" ON "conflict" USING btree ("root","id");--> statement-breakpoint
CREATE INDEX "conflict_first" ON "conflict" USING btree ("first_person_id","root");--> statement-breakpoint
CREATE INDEX "conflict_second" ON "conflict" USING btree ("second_person_id","second_root");--> statement-breakpoint
CREATE INDEX "conflict_first_post" ON "conflict" USING btree ("first_post_id","first_post_root");--> statement-breakpoint
CREATE INDEX "conflict_second_post" ON "conflict" USING btree ("second_post_id","second_post_root");--> statement-breakpoint
CREATE INDEX "conflict_span_order" ON "conflict_span" USING btree ("effect_rank","since","conflict_id","root");--> statement-breakpoint
CREATE INDEX "conflict_span_first" ON "conflict_span" USING btree ("first_authority","effect_rank","since","conflict_id");--> statement-breakpoint
CREATE INDEX "conflict_span_second" ON "conflict_span" USING btree ("second_authority","effect_rank","since","conflict_id");--> statement-breakpoint
CREATE UNIQUE INDEX "triage_current" ON "triage" USING btree ("root","conflict_id") WHERE recorded_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "triage_version" ON "triage" USING btree ("root","conflict_id","version");--> statement-breakpoint
CREATE INDEX "triage_due" ON "triage" USING btree ("due_by") WHERE recorded_to is null and due_by is not null;--> statement-breakpoint
-- A queue of its own: pairs are swept by root, people are judged by authority.
SELECT pgboss.create_queue('conflicts', '{"policy": "standard", "retryLimit": 3}');
