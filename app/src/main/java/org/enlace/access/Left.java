package org.enlace.access;

import java.util.UUID;

/**
 * Somebody left. Published within the transaction in which they leave, so that whatever a room still has for them ends in the same moment or the leaving does not happen.
 *
 * @param email where mails to them went
 */
public record Left(UUID account, String email) {}
