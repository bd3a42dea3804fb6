using System.Net;
using System.Net.Sockets;

namespace ConnectingPeople.Testing;

/// <summary>Finds a loopback port that nobody listens on at this moment.</summary>
public static class FreePort
{
    public static int Find()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
