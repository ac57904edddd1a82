-- What two people, or one person twice, cannot surely do at once. Exclusion constraints are written by hand.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_post_held"
  EXCLUDE USING gist ("post_root" WITH =, "post_id" WITH =, "sure" WITH &&)
  WHERE (recorded_to IS NULL AND exclusive);
--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_held_twice"
  EXCLUDE USING gist ("root" WITH =, "person_id" WITH =, "post_root" WITH =, "post_id" WITH =, "sure" WITH &&)
  WHERE (recorded_to IS NULL);
