/** The part of the store that signs: an Ed25519 key that nobody can read. */
export interface Signer {
  /** Names the installation in the logs that it signs: a host name, or the name of the stack. */
  readonly name: string;
  /** 32 bytes (RFC 8032). */
  publicKey(): Promise<Uint8Array>;
  /** The signature of at most 4,096 bytes: 64 bytes, the same each time for the same message (RFC 8032, section 5.1.6). */
  sign(message: Uint8Array): Promise<Uint8Array>;
}
