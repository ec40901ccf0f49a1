-- The Slack workspace that the data belongs to: one row at most.
CREATE TABLE "Workspace" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "teamId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);
