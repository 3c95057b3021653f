import { beginSourceThread, beginThread } from "../commands/begin-thread.ts"
import { changeComment, changeSourceComment } from "../commands/change-comment.ts"
import { deleteComment, deleteSourceComment } from "../commands/delete-comment.ts"
import { giveComment, giveSourceComment } from "../commands/give-comment.ts"
import { reopenSourceThread, reopenThread, resolveSourceThread, resolveThread } from "../commands/resolve-thread.ts"
import {
  claimDiscussion,
  commentTrace,
  flagDiscussion,
  mentionable,
  sourceCommentTrace,
  sourceDiscussion,
} from "../queries/discussion.ts"
import { operation } from "./operation.ts"

export const discussionOperations = {
  claimDiscussion: operation(
    claimDiscussion,
    "What was said about a passage",
    "In the threads on it, on what it came from and on the flags that touch it. One that was split or merged keeps its discussion, which can still be read there.",
  ),
  deleteComment: operation(
    deleteComment,
    "Delete one's own comment",
    "Its place in the discussion stays, and its words stay in the log alone.",
  ),
  commentTrace: operation(commentTrace, "What a comment said before it was edited or deleted"),
  changeComment: operation(changeComment, "Edit one's own comment", "What it said before stays in the log."),
  flagDiscussion: operation(flagDiscussion, "What was said in the threads on a flag"),
  giveComment: operation(
    giveComment,
    "Write in a discussion of a passage or a flag, resolved ones too",
    "What somebody was writing meanwhile is not lost.",
  ),
  reopenThread: operation(reopenThread, "Say that a discussion is not settled after all"),
  resolveThread: operation(resolveThread, "Say that a discussion is settled"),
  beginThread: operation(beginThread, "Begin a discussion of a passage or of a flag with its first comment"),
  deleteSourceComment: operation(deleteSourceComment, "Delete one's own comment on a source"),
  sourceCommentTrace: operation(sourceCommentTrace, "What a comment on a source said before it was edited or deleted"),
  changeSourceComment: operation(changeSourceComment, "Edit one's own comment on a source"),
  mentionable: operation(mentionable, "Whom the caller can mention in a comment, under names that tell them apart"),
  sourceDiscussion: operation(
    sourceDiscussion,
    "What was said in the threads on a source and on the records that were merged into it",
  ),
  beginSourceThread: operation(beginSourceThread, "Begin a discussion of a source with its first comment"),
  giveSourceComment: operation(giveSourceComment, "Write in a discussion of a source"),
  reopenSourceThread: operation(reopenSourceThread, "Say that a discussion of a source is not settled after all"),
  resolveSourceThread: operation(resolveSourceThread, "Say that a discussion of a source is settled"),
}
