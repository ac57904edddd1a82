CREATE TABLE "roster_import" (
	"root" integer NOT NULL,
	"job_id" uuid NOT NULL,
	"by" text NOT NULL,
	"at" integer NOT NULL,
	"only_check" boolean NOT NULL,
	"asked_on" date,
	"upload_root" integer NOT NULL,
	"upload_id" uuid NOT NULL,
	"upload_digest" text NOT NULL,
	"upload_bytes" integer NOT NULL,
	"taken" jsonb,
	"accepted" boolean,
	"counted_on" date,
	"counts" jsonb,
	"problem_count" integer DEFAULT 0 NOT NULL,
	"warning_count" integer DEFAULT 0 NOT NULL,
	"report_id" uuid,
	"report_until" timestamp with time zone,
	CONSTRAINT "roster_import_root_job_id_pk" PRIMARY KEY("root","job_id"),
	CONSTRAINT "roster_import_days" CHECK ("roster_import"."asked_on" between date '1800-01-01' and date '2200-12-31' and "roster_import"."counted_on" between date '1800-01-01' and date '2200-12-31')
);
--> statement-breakpoint
CREATE TABLE "roster_problem" (
	"root" integer NOT NULL,
	"job_id" uuid NOT NULL,
	"rank" smallint NOT NULL,
	"ordinal" integer NOT NULL,
	"code" text NOT NULL,
	"sheet" text NOT NULL,
	"row" integer,
	"column" text,
	"value" text,
	"reason_zh" text NOT NULL,
	"reason_en" text NOT NULL,
	"remedy_zh" text NOT NULL,
	"remedy_en" text NOT NULL,
	CONSTRAINT "roster_problem_root_job_id_rank_ordinal_pk" PRIMARY KEY("root","job_id","rank","ordinal")
);
--> statement-breakpoint
CREATE TABLE "staged_chunk" (
	"root" integer NOT NULL,
	"file_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "staged_chunk_root_file_id_ordinal_pk" PRIMARY KEY("root","file_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "staged_file" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"by" text NOT NULL,
	"kind" text,
	"bytes" bigint,
	"digest" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staged_file_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "staged_file_kind" CHECK ("staged_file"."kind" in ('workbook', 'archive', 'report')),
	CONSTRAINT "staged_file_whole" CHECK (num_nulls("staged_file"."kind", "staged_file"."bytes", "staged_file"."digest") in (0, 3)),
	CONSTRAINT "staged_file_digest" CHECK ("staged_file"."digest" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "job" DROP CONSTRAINT "job_state_word";--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "phase" text;--> statement-breakpoint
ALTER TABLE "roster_problem" ADD CONSTRAINT "roster_problem_import" FOREIGN KEY ("root","job_id") REFERENCES "public"."roster_import"("root","job_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_chunk" ADD CONSTRAINT "staged_chunk_file" FOREIGN KEY ("root","file_id") REFERENCES "public"."staged_file"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roster_import_job" ON "roster_import" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "roster_import_upload" ON "roster_import" USING btree ("upload_root","upload_id");--> statement-breakpoint
CREATE INDEX "roster_import_expiry" ON "roster_import" USING btree ("report_until");--> statement-breakpoint
CREATE INDEX "staged_file_expiry" ON "staged_file" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_phase_word" CHECK ("job"."phase" in ('reading', 'checking', 'writing', 'judging', 'reporting'));--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_state_word" CHECK ("job"."state" in ('queued', 'running', 'done', 'failed', 'discarded'));--> statement-breakpoint
-- A queue of its own: an import asks for evaluations and waits for them.
SELECT pgboss.create_queue('roster', '{"policy": "standard", "retryLimit": 3}');
