CREATE TABLE "assignment" (
	"root" integer NOT NULL,
	"row_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"post_root" integer NOT NULL,
	"post_id" uuid NOT NULL,
	"from_on" date,
	"from_precision" text,
	"to_on" date,
	"to_precision" text,
	"capacity" text NOT NULL,
	"level" text,
	"decided_on" date,
	"ordinal" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"exclusive" boolean DEFAULT false NOT NULL,
	"sure" daterange GENERATED ALWAYS AS (case
        when "assignment"."from_on" is null or "assignment"."to_precision" = 'unknown' then 'empty'::daterange
        when "assignment"."to_on" is null then daterange(("assignment"."from_on" + case "assignment"."from_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date, null)
        when ("assignment"."from_on" + case "assignment"."from_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date >= "assignment"."to_on" then 'empty'::daterange
        else daterange(("assignment"."from_on" + case "assignment"."from_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date, "assignment"."to_on")
      end) STORED,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "assignment_root_row_id_pk" PRIMARY KEY("root","row_id"),
	CONSTRAINT "assignment_from_given" CHECK ("assignment"."from_precision" is not null),
	CONSTRAINT "assignment_capacity" CHECK ("assignment"."capacity" in ('formal', 'probation', 'secondment', 'loan', 'concurrent', 'acting')),
	CONSTRAINT "assignment_decided" CHECK ("assignment"."decided_on" between date '1800-01-01' and date '2200-12-31'),
	CONSTRAINT "assignment_from_stated" CHECK (
  case "assignment"."from_precision"
    when 'day' then "assignment"."from_on" is not null
    when 'month' then "assignment"."from_on" is not null and extract(day from "assignment"."from_on") = 1
    when 'year' then "assignment"."from_on" is not null and extract(day from "assignment"."from_on") = 1 and extract(month from "assignment"."from_on") = 1
    when 'unknown' then "assignment"."from_on" is null
    else "assignment"."from_precision" is null and "assignment"."from_on" is null
  end
  and ("assignment"."from_on" is null or "assignment"."from_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "assignment_to_stated" CHECK (
  case "assignment"."to_precision"
    when 'day' then "assignment"."to_on" is not null
    when 'month' then "assignment"."to_on" is not null and extract(day from "assignment"."to_on") = 1
    when 'year' then "assignment"."to_on" is not null and extract(day from "assignment"."to_on") = 1 and extract(month from "assignment"."to_on") = 1
    when 'unknown' then "assignment"."to_on" is null
    else "assignment"."to_precision" is null and "assignment"."to_on" is null
  end
  and ("assignment"."to_on" is null or "assignment"."to_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "assignment_not_reversed" CHECK ("assignment"."from_on" <= ("assignment"."to_on" + case "assignment"."to_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date),
	CONSTRAINT "assignment_recorded" CHECK ("assignment"."recorded_to" >= "assignment"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "dossier" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on_on" date,
	"on_precision" text NOT NULL,
	"until" date,
	"result" text,
	"by" text,
	"handlers" text[] DEFAULT '{}' NOT NULL,
	"post_id" uuid,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "dossier_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "dossier_on_stated" CHECK (
  case "dossier"."on_precision"
    when 'day' then "dossier"."on_on" is not null
    when 'month' then "dossier"."on_on" is not null and extract(day from "dossier"."on_on") = 1
    when 'year' then "dossier"."on_on" is not null and extract(day from "dossier"."on_on") = 1 and extract(month from "dossier"."on_on") = 1
    when 'unknown' then "dossier"."on_on" is null
    else "dossier"."on_precision" is null and "dossier"."on_on" is null
  end
  and ("dossier"."on_on" is null or "dossier"."on_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "dossier_until" CHECK ("dossier"."until" between date '1800-01-01' and date '2200-12-31'),
	CONSTRAINT "dossier_recorded" CHECK ("dossier"."recorded_to" >= "dossier"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "evaluation" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"authority" integer NOT NULL,
	"policy_digest" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"activated_at" timestamp with time zone,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "evaluation_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "evaluation_state" CHECK ("evaluation"."state" in ('building', 'current', 'superseded')),
	CONSTRAINT "evaluation_activated" CHECK (("evaluation"."state" = 'building' or "evaluation"."activated_at" is not null) and ("evaluation"."state" = 'superseded') = ("evaluation"."superseded_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"root" integer NOT NULL,
	"row_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"authority" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"catalogue_id" text NOT NULL,
	"plugin_id" text NOT NULL,
	"plugin_digest" text NOT NULL,
	"rule_jurisdiction" integer NOT NULL,
	"effect" text NOT NULL,
	"effect_rank" smallint NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"key" text[] NOT NULL,
	"counted" jsonb NOT NULL,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "finding_root_row_id_pk" PRIMARY KEY("root","row_id"),
	CONSTRAINT "finding_days" CHECK ("finding"."from_on" < "finding"."to_on"),
	CONSTRAINT "finding_recorded" CHECK ("finding"."recorded_to" >= "finding"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "finding_span" (
	"root" integer NOT NULL,
	"row_id" uuid NOT NULL,
	"finding_row_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"authority" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"effect_rank" smallint NOT NULL,
	"status" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"since" date NOT NULL,
	"due_by" date,
	"exemptions" text[] DEFAULT '{}' NOT NULL,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "finding_span_root_row_id_pk" PRIMARY KEY("root","row_id"),
	CONSTRAINT "finding_span_status" CHECK ("finding_span"."status" in ('ACTIVE', 'DEFERRED', 'EXEMPT', 'UNDETERMINED')),
	CONSTRAINT "finding_span_days" CHECK ("finding_span"."from_on" < "finding_span"."to_on"),
	CONSTRAINT "finding_span_recorded" CHECK ("finding_span"."recorded_to" >= "finding_span"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"subject" text NOT NULL,
	"key" text NOT NULL,
	"act" text NOT NULL,
	"body_hash" text NOT NULL,
	"response" jsonb,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_key_subject_key_pk" PRIMARY KEY("subject","key")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"authority" integer,
	"state" text DEFAULT 'queued' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_state_word" CHECK ("job"."state" in ('queued', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "jurisdiction" (
	"code" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"parent" integer,
	"ancestors" integer[] NOT NULL,
	"root" integer NOT NULL,
	"valid_from" date,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "kin_edge" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relative_root" integer NOT NULL,
	"relative_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"kind" text,
	"from_on" date,
	"from_precision" text,
	"to_on" date,
	"to_precision" text,
	"ended_by" text,
	"verified" boolean DEFAULT true NOT NULL,
	"source" text,
	"declared" boolean DEFAULT true NOT NULL,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "kin_edge_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "kin_edge_two" CHECK ("kin_edge"."person_id" <> "kin_edge"."relative_id"),
	CONSTRAINT "kin_edge_kind" CHECK ("kin_edge"."kind" in ('birth', 'adoptive', 'step_supported')),
	CONSTRAINT "kin_edge_ended_by" CHECK ("kin_edge"."ended_by" in ('divorce', 'death', 'annulled', 'dissolved')),
	CONSTRAINT "kin_edge_from_stated" CHECK (
  case "kin_edge"."from_precision"
    when 'day' then "kin_edge"."from_on" is not null
    when 'month' then "kin_edge"."from_on" is not null and extract(day from "kin_edge"."from_on") = 1
    when 'year' then "kin_edge"."from_on" is not null and extract(day from "kin_edge"."from_on") = 1 and extract(month from "kin_edge"."from_on") = 1
    when 'unknown' then "kin_edge"."from_on" is null
    else "kin_edge"."from_precision" is null and "kin_edge"."from_on" is null
  end
  and ("kin_edge"."from_on" is null or "kin_edge"."from_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "kin_edge_to_stated" CHECK (
  case "kin_edge"."to_precision"
    when 'day' then "kin_edge"."to_on" is not null
    when 'month' then "kin_edge"."to_on" is not null and extract(day from "kin_edge"."to_on") = 1
    when 'year' then "kin_edge"."to_on" is not null and extract(day from "kin_edge"."to_on") = 1 and extract(month from "kin_edge"."to_on") = 1
    when 'unknown' then "kin_edge"."to_on" is null
    else "kin_edge"."to_precision" is null and "kin_edge"."to_on" is null
  end
  and ("kin_edge"."to_on" is null or "kin_edge"."to_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "kin_edge_not_reversed" CHECK ("kin_edge"."from_on" <= ("kin_edge"."to_on" + case "kin_edge"."to_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date),
	CONSTRAINT "kin_edge_recorded" CHECK ("kin_edge"."recorded_to" >= "kin_edge"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"authority" integer NOT NULL,
	"code" text,
	"name" text NOT NULL,
	"sex" text,
	"version" integer DEFAULT 1 NOT NULL,
	"revised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"staff" boolean DEFAULT true NOT NULL,
	CONSTRAINT "person_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "person_code" UNIQUE("root","authority","code"),
	CONSTRAINT "person_sex" CHECK ("person"."sex" in ('M', 'F'))
);
--> statement-breakpoint
CREATE TABLE "person_authority" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"jurisdiction" integer NOT NULL,
	"from_on" date,
	"from_precision" text,
	"to_on" date,
	"to_precision" text,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "person_authority_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "person_authority_from_stated" CHECK (
  case "person_authority"."from_precision"
    when 'day' then "person_authority"."from_on" is not null
    when 'month' then "person_authority"."from_on" is not null and extract(day from "person_authority"."from_on") = 1
    when 'year' then "person_authority"."from_on" is not null and extract(day from "person_authority"."from_on") = 1 and extract(month from "person_authority"."from_on") = 1
    when 'unknown' then "person_authority"."from_on" is null
    else "person_authority"."from_precision" is null and "person_authority"."from_on" is null
  end
  and ("person_authority"."from_on" is null or "person_authority"."from_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "person_authority_to_stated" CHECK (
  case "person_authority"."to_precision"
    when 'day' then "person_authority"."to_on" is not null
    when 'month' then "person_authority"."to_on" is not null and extract(day from "person_authority"."to_on") = 1
    when 'year' then "person_authority"."to_on" is not null and extract(day from "person_authority"."to_on") = 1 and extract(month from "person_authority"."to_on") = 1
    when 'unknown' then "person_authority"."to_on" is null
    else "person_authority"."to_precision" is null and "person_authority"."to_on" is null
  end
  and ("person_authority"."to_on" is null or "person_authority"."to_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "person_authority_not_reversed" CHECK ("person_authority"."from_on" <= ("person_authority"."to_on" + case "person_authority"."to_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date),
	CONSTRAINT "person_authority_recorded" CHECK ("person_authority"."recorded_to" >= "person_authority"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "person_personnel" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"birth_on" date,
	"birth_precision" text,
	"died_on" date,
	"died_precision" text,
	"ethnicity" text,
	"category" text,
	"authority_override" integer,
	"native_place" integer,
	"birth_place" integer,
	"growth_places" integer[] DEFAULT '{}' NOT NULL,
	"retirement_limit" text,
	"work_start_on" date,
	"work_start_precision" text,
	"education" text,
	"degree" text,
	"party" text,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "person_personnel_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "person_personnel_birth_stated" CHECK (
  case "person_personnel"."birth_precision"
    when 'day' then "person_personnel"."birth_on" is not null
    when 'month' then "person_personnel"."birth_on" is not null and extract(day from "person_personnel"."birth_on") = 1
    when 'year' then "person_personnel"."birth_on" is not null and extract(day from "person_personnel"."birth_on") = 1 and extract(month from "person_personnel"."birth_on") = 1
    when 'unknown' then "person_personnel"."birth_on" is null
    else "person_personnel"."birth_precision" is null and "person_personnel"."birth_on" is null
  end
  and ("person_personnel"."birth_on" is null or "person_personnel"."birth_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "person_personnel_died_stated" CHECK (
  case "person_personnel"."died_precision"
    when 'day' then "person_personnel"."died_on" is not null
    when 'month' then "person_personnel"."died_on" is not null and extract(day from "person_personnel"."died_on") = 1
    when 'year' then "person_personnel"."died_on" is not null and extract(day from "person_personnel"."died_on") = 1 and extract(month from "person_personnel"."died_on") = 1
    when 'unknown' then "person_personnel"."died_on" is null
    else "person_personnel"."died_precision" is null and "person_personnel"."died_on" is null
  end
  and ("person_personnel"."died_on" is null or "person_personnel"."died_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "person_personnel_work_stated" CHECK (
  case "person_personnel"."work_start_precision"
    when 'day' then "person_personnel"."work_start_on" is not null
    when 'month' then "person_personnel"."work_start_on" is not null and extract(day from "person_personnel"."work_start_on") = 1
    when 'year' then "person_personnel"."work_start_on" is not null and extract(day from "person_personnel"."work_start_on") = 1 and extract(month from "person_personnel"."work_start_on") = 1
    when 'unknown' then "person_personnel"."work_start_on" is null
    else "person_personnel"."work_start_precision" is null and "person_personnel"."work_start_on" is null
  end
  and ("person_personnel"."work_start_on" is null or "person_personnel"."work_start_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "person_personnel_recorded" CHECK ("person_personnel"."recorded_to" >= "person_personnel"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "piece" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"from_lo" integer NOT NULL,
	"from_hi" integer NOT NULL,
	"from_joint" integer,
	"to_lo" integer NOT NULL,
	"to_hi" integer NOT NULL,
	"to_joint" integer,
	"capacity" text NOT NULL,
	"level" text,
	"leading" boolean,
	"seats" text[] NOT NULL,
	"duties" text[] NOT NULL,
	"business" text[] NOT NULL,
	"category" text,
	"unit_kind" text NOT NULL,
	"functions" text[] NOT NULL,
	"team_kind" text,
	"post_id" uuid NOT NULL,
	"internal_unit_id" uuid,
	"organ_id" uuid NOT NULL,
	"legal_person_id" uuid,
	"team_id" uuid,
	"place" integer NOT NULL,
	"jurisdiction" integer NOT NULL,
	"authority" integer NOT NULL,
	CONSTRAINT "piece_root_id_pk" PRIMARY KEY("root","id")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"row_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"jurisdiction" integer NOT NULL,
	"plugin_id" text NOT NULL,
	"digest" text NOT NULL,
	"sequence" integer NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"state" text NOT NULL,
	"installed_by" text NOT NULL,
	"reason" text,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "installation_row_id_pk" PRIMARY KEY("row_id"),
	CONSTRAINT "installation_state" CHECK ("installation"."state" in ('active', 'superseded', 'withdrawn')),
	CONSTRAINT "installation_days" CHECK ("installation"."effective_from" between date '1800-01-01' and date '2200-12-31' and "installation"."effective_to" between date '1800-01-01' and date '2200-12-31' and "installation"."effective_from" <= "installation"."effective_to"),
	CONSTRAINT "installation_recorded" CHECK ("installation"."recorded_to" >= "installation"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "plugin_document" (
	"digest" text PRIMARY KEY NOT NULL,
	"plugin_id" text NOT NULL,
	"version" text NOT NULL,
	"level" text NOT NULL,
	"jurisdiction" integer,
	"document" jsonb NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plugin_document_digest" CHECK ("plugin_document"."digest" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "post" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"jurisdiction" integer NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "post_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "post_code" UNIQUE("root","jurisdiction","code")
);
--> statement-breakpoint
CREATE TABLE "post_version" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"level" text,
	"leading" boolean,
	"seats" text[] DEFAULT '{}' NOT NULL,
	"duties" text[] DEFAULT '{}' NOT NULL,
	"business" text[] DEFAULT '{}' NOT NULL,
	"team_id" uuid,
	"reports_to" uuid,
	"authority" integer,
	"quota" integer DEFAULT 1 NOT NULL,
	"category" text,
	"from_on" date,
	"from_precision" text,
	"to_on" date,
	"to_precision" text,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "post_version_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "post_version_quota" CHECK ("post_version"."quota" >= 1),
	CONSTRAINT "post_version_from_stated" CHECK (
  case "post_version"."from_precision"
    when 'day' then "post_version"."from_on" is not null
    when 'month' then "post_version"."from_on" is not null and extract(day from "post_version"."from_on") = 1
    when 'year' then "post_version"."from_on" is not null and extract(day from "post_version"."from_on") = 1 and extract(month from "post_version"."from_on") = 1
    when 'unknown' then "post_version"."from_on" is null
    else "post_version"."from_precision" is null and "post_version"."from_on" is null
  end
  and ("post_version"."from_on" is null or "post_version"."from_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "post_version_to_stated" CHECK (
  case "post_version"."to_precision"
    when 'day' then "post_version"."to_on" is not null
    when 'month' then "post_version"."to_on" is not null and extract(day from "post_version"."to_on") = 1
    when 'year' then "post_version"."to_on" is not null and extract(day from "post_version"."to_on") = 1 and extract(month from "post_version"."to_on") = 1
    when 'unknown' then "post_version"."to_on" is null
    else "post_version"."to_precision" is null and "post_version"."to_on" is null
  end
  and ("post_version"."to_on" is null or "post_version"."to_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "post_version_not_reversed" CHECK ("post_version"."from_on" <= ("post_version"."to_on" + case "post_version"."to_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date),
	CONSTRAINT "post_version_recorded" CHECK ("post_version"."recorded_to" >= "post_version"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "state_discipline" (
	"root" integer NOT NULL,
	"row_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text,
	"note" text,
	"from_on" date,
	"from_precision" text,
	"to_on" date,
	"to_precision" text,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "state_discipline_root_row_id_pk" PRIMARY KEY("root","row_id"),
	CONSTRAINT "state_discipline_kind" CHECK ("state_discipline"."kind" in ('case_filed', 'sanction')),
	CONSTRAINT "state_discipline_from_given" CHECK ("state_discipline"."from_precision" is not null),
	CONSTRAINT "state_discipline_from_stated" CHECK (
  case "state_discipline"."from_precision"
    when 'day' then "state_discipline"."from_on" is not null
    when 'month' then "state_discipline"."from_on" is not null and extract(day from "state_discipline"."from_on") = 1
    when 'year' then "state_discipline"."from_on" is not null and extract(day from "state_discipline"."from_on") = 1 and extract(month from "state_discipline"."from_on") = 1
    when 'unknown' then "state_discipline"."from_on" is null
    else "state_discipline"."from_precision" is null and "state_discipline"."from_on" is null
  end
  and ("state_discipline"."from_on" is null or "state_discipline"."from_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "state_discipline_to_stated" CHECK (
  case "state_discipline"."to_precision"
    when 'day' then "state_discipline"."to_on" is not null
    when 'month' then "state_discipline"."to_on" is not null and extract(day from "state_discipline"."to_on") = 1
    when 'year' then "state_discipline"."to_on" is not null and extract(day from "state_discipline"."to_on") = 1 and extract(month from "state_discipline"."to_on") = 1
    when 'unknown' then "state_discipline"."to_on" is null
    else "state_discipline"."to_precision" is null and "state_discipline"."to_on" is null
  end
  and ("state_discipline"."to_on" is null or "state_discipline"."to_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "state_discipline_not_reversed" CHECK ("state_discipline"."from_on" <= ("state_discipline"."to_on" + case "state_discipline"."to_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date),
	CONSTRAINT "state_discipline_recorded" CHECK ("state_discipline"."recorded_to" >= "state_discipline"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "state_health" (
	"root" integer NOT NULL,
	"row_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text,
	"note" text,
	"from_on" date,
	"from_precision" text,
	"to_on" date,
	"to_precision" text,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "state_health_root_row_id_pk" PRIMARY KEY("root","row_id"),
	CONSTRAINT "state_health_kind" CHECK ("state_health"."kind" in ('health_unfit')),
	CONSTRAINT "state_health_from_given" CHECK ("state_health"."from_precision" is not null),
	CONSTRAINT "state_health_from_stated" CHECK (
  case "state_health"."from_precision"
    when 'day' then "state_health"."from_on" is not null
    when 'month' then "state_health"."from_on" is not null and extract(day from "state_health"."from_on") = 1
    when 'year' then "state_health"."from_on" is not null and extract(day from "state_health"."from_on") = 1 and extract(month from "state_health"."from_on") = 1
    when 'unknown' then "state_health"."from_on" is null
    else "state_health"."from_precision" is null and "state_health"."from_on" is null
  end
  and ("state_health"."from_on" is null or "state_health"."from_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "state_health_to_stated" CHECK (
  case "state_health"."to_precision"
    when 'day' then "state_health"."to_on" is not null
    when 'month' then "state_health"."to_on" is not null and extract(day from "state_health"."to_on") = 1
    when 'year' then "state_health"."to_on" is not null and extract(day from "state_health"."to_on") = 1 and extract(month from "state_health"."to_on") = 1
    when 'unknown' then "state_health"."to_on" is null
    else "state_health"."to_precision" is null and "state_health"."to_on" is null
  end
  and ("state_health"."to_on" is null or "state_health"."to_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "state_health_not_reversed" CHECK ("state_health"."from_on" <= ("state_health"."to_on" + case "state_health"."to_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date),
	CONSTRAINT "state_health_recorded" CHECK ("state_health"."recorded_to" >= "state_health"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "state_personnel" (
	"root" integer NOT NULL,
	"row_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text,
	"note" text,
	"from_on" date,
	"from_precision" text,
	"to_on" date,
	"to_precision" text,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "state_personnel_root_row_id_pk" PRIMARY KEY("root","row_id"),
	CONSTRAINT "state_personnel_kind" CHECK ("state_personnel"."kind" not in ('case_filed', 'sanction', 'health_unfit')),
	CONSTRAINT "state_personnel_from_given" CHECK ("state_personnel"."from_precision" is not null),
	CONSTRAINT "state_personnel_from_stated" CHECK (
  case "state_personnel"."from_precision"
    when 'day' then "state_personnel"."from_on" is not null
    when 'month' then "state_personnel"."from_on" is not null and extract(day from "state_personnel"."from_on") = 1
    when 'year' then "state_personnel"."from_on" is not null and extract(day from "state_personnel"."from_on") = 1 and extract(month from "state_personnel"."from_on") = 1
    when 'unknown' then "state_personnel"."from_on" is null
    else "state_personnel"."from_precision" is null and "state_personnel"."from_on" is null
  end
  and ("state_personnel"."from_on" is null or "state_personnel"."from_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "state_personnel_to_stated" CHECK (
  case "state_personnel"."to_precision"
    when 'day' then "state_personnel"."to_on" is not null
    when 'month' then "state_personnel"."to_on" is not null and extract(day from "state_personnel"."to_on") = 1
    when 'year' then "state_personnel"."to_on" is not null and extract(day from "state_personnel"."to_on") = 1 and extract(month from "state_personnel"."to_on") = 1
    when 'unknown' then "state_personnel"."to_on" is null
    else "state_personnel"."to_precision" is null and "state_personnel"."to_on" is null
  end
  and ("state_personnel"."to_on" is null or "state_personnel"."to_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "state_personnel_not_reversed" CHECK ("state_personnel"."from_on" <= ("state_personnel"."to_on" + case "state_personnel"."to_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date),
	CONSTRAINT "state_personnel_recorded" CHECK ("state_personnel"."recorded_to" >= "state_personnel"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "succession" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"later_id" uuid NOT NULL,
	"earlier_id" uuid NOT NULL,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "succession_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "succession_kind" CHECK ("succession"."kind" in ('unit', 'post', 'team')),
	CONSTRAINT "succession_two" CHECK ("succession"."later_id" <> "succession"."earlier_id"),
	CONSTRAINT "succession_recorded" CHECK ("succession"."recorded_to" >= "succession"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "team" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"jurisdiction" integer NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "team_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "team_code" UNIQUE("root","jurisdiction","code")
);
--> statement-breakpoint
CREATE TABLE "team_version" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"unit_id" uuid,
	"authority" integer,
	"from_on" date,
	"from_precision" text,
	"to_on" date,
	"to_precision" text,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "team_version_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "team_version_from_stated" CHECK (
  case "team_version"."from_precision"
    when 'day' then "team_version"."from_on" is not null
    when 'month' then "team_version"."from_on" is not null and extract(day from "team_version"."from_on") = 1
    when 'year' then "team_version"."from_on" is not null and extract(day from "team_version"."from_on") = 1 and extract(month from "team_version"."from_on") = 1
    when 'unknown' then "team_version"."from_on" is null
    else "team_version"."from_precision" is null and "team_version"."from_on" is null
  end
  and ("team_version"."from_on" is null or "team_version"."from_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "team_version_to_stated" CHECK (
  case "team_version"."to_precision"
    when 'day' then "team_version"."to_on" is not null
    when 'month' then "team_version"."to_on" is not null and extract(day from "team_version"."to_on") = 1
    when 'year' then "team_version"."to_on" is not null and extract(day from "team_version"."to_on") = 1 and extract(month from "team_version"."to_on") = 1
    when 'unknown' then "team_version"."to_on" is null
    else "team_version"."to_precision" is null and "team_version"."to_on" is null
  end
  and ("team_version"."to_on" is null or "team_version"."to_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "team_version_not_reversed" CHECK ("team_version"."from_on" <= ("team_version"."to_on" + case "team_version"."to_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date),
	CONSTRAINT "team_version_recorded" CHECK ("team_version"."recorded_to" >= "team_version"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "term" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "term_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "term_days" CHECK ("term"."from_on" between date '1800-01-01' and date '2200-12-31' and "term"."to_on" between date '1800-01-01' and date '2200-12-31' and "term"."from_on" <= "term"."to_on"),
	CONSTRAINT "term_recorded" CHECK ("term"."recorded_to" >= "term"."recorded_from")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"jurisdiction" integer NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "unit_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "unit_code" UNIQUE("root","jurisdiction","code")
);
--> statement-breakpoint
CREATE TABLE "unit_version" (
	"root" integer NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" uuid,
	"functions" text[] DEFAULT '{}' NOT NULL,
	"system" text,
	"legal_person" boolean,
	"staffing" integer,
	"regulated_by" text,
	"from_on" date,
	"from_precision" text,
	"to_on" date,
	"to_precision" text,
	"recorded_from" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_to" timestamp with time zone,
	CONSTRAINT "unit_version_root_id_pk" PRIMARY KEY("root","id"),
	CONSTRAINT "unit_version_from_stated" CHECK (
  case "unit_version"."from_precision"
    when 'day' then "unit_version"."from_on" is not null
    when 'month' then "unit_version"."from_on" is not null and extract(day from "unit_version"."from_on") = 1
    when 'year' then "unit_version"."from_on" is not null and extract(day from "unit_version"."from_on") = 1 and extract(month from "unit_version"."from_on") = 1
    when 'unknown' then "unit_version"."from_on" is null
    else "unit_version"."from_precision" is null and "unit_version"."from_on" is null
  end
  and ("unit_version"."from_on" is null or "unit_version"."from_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "unit_version_to_stated" CHECK (
  case "unit_version"."to_precision"
    when 'day' then "unit_version"."to_on" is not null
    when 'month' then "unit_version"."to_on" is not null and extract(day from "unit_version"."to_on") = 1
    when 'year' then "unit_version"."to_on" is not null and extract(day from "unit_version"."to_on") = 1 and extract(month from "unit_version"."to_on") = 1
    when 'unknown' then "unit_version"."to_on" is null
    else "unit_version"."to_precision" is null and "unit_version"."to_on" is null
  end
  and ("unit_version"."to_on" is null or "unit_version"."to_on" between date '1800-01-01' and date '2200-12-31')),
	CONSTRAINT "unit_version_not_reversed" CHECK ("unit_version"."from_on" <= ("unit_version"."to_on" + case "unit_version"."to_precision"
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date),
	CONSTRAINT "unit_version_recorded" CHECK ("unit_version"."recorded_to" >= "unit_version"."recorded_from")
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_person" FOREIGN KEY ("root","person_id") REFERENCES "public"."person"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_person" FOREIGN KEY ("root","person_id") REFERENCES "public"."person"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_evaluation" FOREIGN KEY ("root","evaluation_id") REFERENCES "public"."evaluation"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_span" ADD CONSTRAINT "finding_span_finding" FOREIGN KEY ("root","finding_row_id") REFERENCES "public"."finding"("root","row_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kin_edge" ADD CONSTRAINT "kin_edge_person" FOREIGN KEY ("root","person_id") REFERENCES "public"."person"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_authority" ADD CONSTRAINT "person_authority_person" FOREIGN KEY ("root","person_id") REFERENCES "public"."person"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_personnel" ADD CONSTRAINT "person_personnel_person" FOREIGN KEY ("root","person_id") REFERENCES "public"."person"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "piece" ADD CONSTRAINT "piece_person" FOREIGN KEY ("root","person_id") REFERENCES "public"."person"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_jurisdiction_jurisdiction_code_fk" FOREIGN KEY ("jurisdiction") REFERENCES "public"."jurisdiction"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_digest_plugin_document_digest_fk" FOREIGN KEY ("digest") REFERENCES "public"."plugin_document"("digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_version" ADD CONSTRAINT "post_version_post" FOREIGN KEY ("root","post_id") REFERENCES "public"."post"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_version" ADD CONSTRAINT "post_version_unit" FOREIGN KEY ("root","unit_id") REFERENCES "public"."unit"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_version" ADD CONSTRAINT "post_version_team" FOREIGN KEY ("root","team_id") REFERENCES "public"."team"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_version" ADD CONSTRAINT "post_version_reports_to" FOREIGN KEY ("root","reports_to") REFERENCES "public"."post"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_discipline" ADD CONSTRAINT "state_discipline_person" FOREIGN KEY ("root","person_id") REFERENCES "public"."person"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_health" ADD CONSTRAINT "state_health_person" FOREIGN KEY ("root","person_id") REFERENCES "public"."person"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_personnel" ADD CONSTRAINT "state_personnel_person" FOREIGN KEY ("root","person_id") REFERENCES "public"."person"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_version" ADD CONSTRAINT "team_version_team" FOREIGN KEY ("root","team_id") REFERENCES "public"."team"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_version" ADD CONSTRAINT "team_version_unit" FOREIGN KEY ("root","unit_id") REFERENCES "public"."unit"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term" ADD CONSTRAINT "term_team" FOREIGN KEY ("root","team_id") REFERENCES "public"."team"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_unit" FOREIGN KEY ("root","unit_id") REFERENCES "public"."unit"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_parent" FOREIGN KEY ("root","parent_id") REFERENCES "public"."unit"("root","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_current" ON "assignment" USING btree ("root","id") WHERE recorded_to is null;--> statement-breakpoint
CREATE INDEX "assignment_of" ON "assignment" USING btree ("root","person_id");--> statement-breakpoint
CREATE INDEX "assignment_in" ON "assignment" USING btree ("post_root","post_id");--> statement-breakpoint
CREATE INDEX "dossier_of" ON "dossier" USING btree ("root","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evaluation_current" ON "evaluation" USING btree ("root","authority") WHERE state = 'current';--> statement-breakpoint
CREATE INDEX "evaluation_authority" ON "evaluation" USING btree ("authority","activated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "finding_current" ON "finding" USING btree ("root","evaluation_id","id") WHERE recorded_to is null;--> statement-breakpoint
CREATE INDEX "finding_of" ON "finding" USING btree ("root","person_id");--> statement-breakpoint
CREATE INDEX "finding_by_id" ON "finding" USING btree ("root","id");--> statement-breakpoint
CREATE INDEX "finding_span_due" ON "finding_span" USING btree ("root","evaluation_id","effect_rank","since","finding_id");--> statement-breakpoint
CREATE INDEX "finding_span_starts" ON "finding_span" USING btree ("root","evaluation_id","from_on");--> statement-breakpoint
CREATE INDEX "finding_span_ends" ON "finding_span" USING btree ("root","evaluation_id","to_on");--> statement-breakpoint
CREATE INDEX "finding_span_deadlines" ON "finding_span" USING btree ("root","evaluation_id","due_by");--> statement-breakpoint
CREATE INDEX "finding_span_person" ON "finding_span" USING btree ("root","person_id");--> statement-breakpoint
CREATE INDEX "finding_span_finding_row" ON "finding_span" USING btree ("root","finding_row_id");--> statement-breakpoint
CREATE INDEX "job_state" ON "job" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "jurisdiction_parent" ON "jurisdiction" USING btree ("parent");--> statement-breakpoint
CREATE INDEX "kin_edge_of" ON "kin_edge" USING btree ("root","person_id");--> statement-breakpoint
CREATE INDEX "kin_edge_to" ON "kin_edge" USING btree ("relative_root","relative_id");--> statement-breakpoint
CREATE INDEX "person_managed_at" ON "person" USING btree ("authority","id");--> statement-breakpoint
CREATE INDEX "person_by_code" ON "person" USING btree ("code");--> statement-breakpoint
CREATE INDEX "person_authority_of" ON "person_authority" USING btree ("root","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_personnel_current" ON "person_personnel" USING btree ("root","person_id") WHERE recorded_to is null;--> statement-breakpoint
CREATE INDEX "person_personnel_of" ON "person_personnel" USING btree ("root","person_id");--> statement-breakpoint
CREATE INDEX "piece_of" ON "piece" USING btree ("root","person_id");--> statement-breakpoint
CREATE INDEX "piece_post" ON "piece" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "piece_organ" ON "piece" USING btree ("organ_id");--> statement-breakpoint
CREATE INDEX "piece_internal_unit" ON "piece" USING btree ("internal_unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "installation_current" ON "installation" USING btree ("id") WHERE recorded_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "installation_sequence" ON "installation" USING btree ("jurisdiction","plugin_id","sequence") WHERE recorded_to is null;--> statement-breakpoint
CREATE INDEX "plugin_document_plugin" ON "plugin_document" USING btree ("plugin_id","version");--> statement-breakpoint
CREATE INDEX "post_version_of" ON "post_version" USING btree ("root","post_id");--> statement-breakpoint
CREATE INDEX "post_version_in" ON "post_version" USING btree ("root","unit_id");--> statement-breakpoint
CREATE INDEX "post_version_on" ON "post_version" USING btree ("root","team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "state_discipline_current" ON "state_discipline" USING btree ("root","id") WHERE recorded_to is null;--> statement-breakpoint
CREATE INDEX "state_discipline_of" ON "state_discipline" USING btree ("root","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "state_health_current" ON "state_health" USING btree ("root","id") WHERE recorded_to is null;--> statement-breakpoint
CREATE INDEX "state_health_of" ON "state_health" USING btree ("root","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "state_personnel_current" ON "state_personnel" USING btree ("root","id") WHERE recorded_to is null;--> statement-breakpoint
CREATE INDEX "state_personnel_of" ON "state_personnel" USING btree ("root","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "succession_current" ON "succession" USING btree ("root","kind","later_id","earlier_id") WHERE recorded_to is null;--> statement-breakpoint
CREATE INDEX "succession_of" ON "succession" USING btree ("later_id");--> statement-breakpoint
CREATE INDEX "team_version_of" ON "team_version" USING btree ("root","team_id");--> statement-breakpoint
CREATE INDEX "term_of" ON "term" USING btree ("root","team_id");--> statement-breakpoint
CREATE INDEX "unit_version_of" ON "unit_version" USING btree ("root","unit_id");--> statement-breakpoint
CREATE INDEX "unit_version_below" ON "unit_version" USING btree ("root","parent_id");