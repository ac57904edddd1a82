ALTER TABLE "finding" DROP CONSTRAINT "finding_evaluation";
--> statement-breakpoint
ALTER TABLE "finding_span" DROP CONSTRAINT "finding_span_finding";
--> statement-breakpoint
DROP INDEX "finding_by_id";--> statement-breakpoint
DROP INDEX "finding_span_person";--> statement-breakpoint
DROP INDEX "finding_span_finding_row";--> statement-breakpoint
DROP INDEX "finding_current";--> statement-breakpoint
DROP INDEX "finding_span_ends";--> statement-breakpoint
DROP INDEX "finding_span_deadlines";--> statement-breakpoint
ALTER TABLE "finding_span" DROP CONSTRAINT "finding_span_root_row_id_pk";--> statement-breakpoint
ALTER TABLE "finding_span" ADD CONSTRAINT "finding_span_root_finding_row_id_from_on_pk" PRIMARY KEY("root","finding_row_id","from_on");--> statement-breakpoint
CREATE INDEX "finding_former" ON "finding" USING btree ("root","id") WHERE recorded_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "finding_current" ON "finding" USING btree ("id","evaluation_id","root") WHERE recorded_to is null;--> statement-breakpoint
CREATE INDEX "finding_span_ends" ON "finding_span" USING btree ("root","evaluation_id","to_on") WHERE to_on is not null;--> statement-breakpoint
CREATE INDEX "finding_span_deadlines" ON "finding_span" USING btree ("root","evaluation_id","due_by") WHERE due_by is not null;--> statement-breakpoint
ALTER TABLE "finding_span" DROP COLUMN "row_id";