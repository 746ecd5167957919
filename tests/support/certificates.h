// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse::samples {

// Made for tests only: self-signed certificates that are valid for a hundred years.

// a.example, P-256
inline constexpr const char *certificateA = "-----BEGIN CERTIFICATE-----\n"
                                            "MIIBfDCCASKgAwIBAgIUU0oe4P2z8uU976g9Ne4Pqp4D/sIwCgYIKoZIzj0EAwIw\n"
                                            "FDESMBAGA1UEAwwJYS5leGFtcGxlMCAXDTI2MTEyNTIzNTk0OVoYDzIxMjYxMTAx\n"
                                            "MjM1OTQ5WjAUMRIwEAYDVQQDDAlhLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjO\n"
                                            "PQMBBwNCAAT/G3l/VFnx48wJrDV9uCfWp6nchWYGKXqDc8ZDM2toDMrHIWp6gIX8\n"
                                            "l+54y0uPxW4ySaqXUsWBQoxM9VGVufOvo1AwTjAdBgNVHQ4EFgQUh93nSogww9Tm\n"
                                            "8FRN/NcWAanj7TMwHwYDVR0jBBgwFoAUh93nSogww9Tm8FRN/NcWAanj7TMwDAYD\n"
                                            "VR0TAQH/BAIwADAKBggqhkjOPQQDAgNIADBFAiAaD/wY4cpBj9LAk4I+PqIFNlBl\n"
                                            "BKbwNm27pIrccEZgRgIhAKbmMGxH/4AtXiokXtNG3fz8lZ+2smVbf/o4BP/HK/KH\n"
                                            "-----END CERTIFICATE-----\n";

// The key of certificateA.
inline constexpr const char *keyA = "-----BEGIN PRIVATE KEY-----\n"
                                    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/pYZGWYifjw3vf/p\n"
                                    "u9UPL/pH7OOBgNtZ4daOT584JnihRANCAAT/G3l/VFnx48wJrDV9uCfWp6nchWYG\n"
                                    "KXqDc8ZDM2toDMrHIWp6gIX8l+54y0uPxW4ySaqXUsWBQoxM9VGVufOv\n"
                                    "-----END PRIVATE KEY-----\n";

// b.example, P-256
inline constexpr const char *certificateB = "-----BEGIN CERTIFICATE-----\n"
                                            "MIIBfDCCASKgAwIBAgIUGhu0iVPI4ZROG68g69uJpmu8vKowCgYIKoZIzj0EAwIw\n"
                                            "FDESMBAGA1UEAwwJYi5leGFtcGxlMCAXDTI2MTEyNTIzNTk0OVoYDzIxMjYxMTAx\n"
                                            "MjM1OTQ5WjAUMRIwEAYDVQQDDAliLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjO\n"
                                            "PQMBBwNCAARQaLgnUapXxXdJnhN4kbC0gPPLvVNl/wE9zycFyhw15B+JnA3hhQoQ\n"
                                            "xVVBsurga/Jg8ygNo95e4iaW9GKrmMXQo1AwTjAdBgNVHQ4EFgQU7H3x7QgesBEZ\n"
                                            "ByZ+iXvMRLJrsRwwHwYDVR0jBBgwFoAU7H3x7QgesBEZByZ+iXvMRLJrsRwwDAYD\n"
                                            "VR0TAQH/BAIwADAKBggqhkjOPQQDAgNIADBFAiAGQfjuT9sUqxlk+t4yBCGpLtLg\n"
                                            "F7FQcp1BODwx5UvdCAIhAJcb5C4X4HawojsIF+nxurVgxvI+2nBgpZHhfooUtp94\n"
                                            "-----END CERTIFICATE-----\n";

// The key of certificateB.
inline constexpr const char *keyB = "-----BEGIN PRIVATE KEY-----\n"
                                    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgV5844mqp/BpEXJDd\n"
                                    "+cY6yDM3P4TRZSu8qy6yL7J6AtWhRANCAARQaLgnUapXxXdJnhN4kbC0gPPLvVNl\n"
                                    "/wE9zycFyhw15B+JnA3hhQoQxVVBsurga/Jg8ygNo95e4iaW9GKrmMXQ\n"
                                    "-----END PRIVATE KEY-----\n";

// A certificate authority.
inline constexpr const char *authority = "-----BEGIN CERTIFICATE-----\n"
                                         "MIIBejCCASGgAwIBAgIUYt8zx0qjTt8ARuDvvU2ylSdOPVYwCgYIKoZIzj0EAwIw\n"
                                         "EjEQMA4GA1UEAwwHVGVzdCBDQTAgFw0yNjExMjUyMzU5NDlaGA8yMTI2MTEwMTIz\n"
                                         "NTk0OVowEjEQMA4GA1UEAwwHVGVzdCBDQTBZMBMGByqGSM49AgEGCCqGSM49AwEH\n"
                                         "A0IABOuJSxHmRThXUImK4QI+MvkgONp/iILw/IhxN+WThTlrE38QLFCvdXYCJD7a\n"
                                         "RKYScRRvbz09n0YdLrT7b2BO5v2jUzBRMB0GA1UdDgQWBBQ0kdBkbXY1QScZ+2Sl\n"
                                         "7FQh0O0BsjAfBgNVHSMEGDAWgBQ0kdBkbXY1QScZ+2Sl7FQh0O0BsjAPBgNVHRMB\n"
                                         "Af8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIDaTuMqdpK0S+8U5FpvcBqJS7TK8\n"
                                         "A20PCT5ee0jduxFlAiBefA/U/okGxTjr6UULaZcOeEtr87ey8K0odsrIuMzZXw==\n"
                                         "-----END CERTIFICATE-----\n";

} // namespace gatehouse::samples
