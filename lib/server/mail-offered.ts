/** Whether this server sends e-mails. */
export const mailOffered = (): boolean => Boolean(process.env["SMTP_URL"] && process.env["MAIL_FROM"])
