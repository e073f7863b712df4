/** How this seat's telephone registers. The password is good until the next signing in at the seat. */
export interface SipAccess {
  uri: string
  password: string
  /** The WebSocket, on the product's own origin. */
  path: string
  iceServers: RTCIceServer[]
}
