using System.Net;
using System.Net.Sockets;

namespace ConnectingPeople.Local.Launcher;

/// <summary>Makes sure of the ports before anything is started that would have to be ended again.</summary>
public static class Ports
{
    /// <exception cref="LaunchException">One is taken; the message names it and the option that chooses another.</exception>
    public static void Check(LaunchOptions options)
    {
        if (options.Port == options.SimulatorPort)
        {
            throw new LaunchException($"The functions and the simulator can't both have port {options.Port}. Choose another with --simulator-port.");
        }

        Check(options.Port, "the functions", "--port");
        Check(options.SimulatorPort, "the phones and inboxes", "--simulator-port");
    }

    private static void Check(int port, string whose, string option)
    {
        try
        {
            using TcpListener listener = new(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new LaunchException(
                $"Port {port}, meant for {whose}, is taken. End what uses it, or choose another:\n\n  dotnet run --project infra/local -- {option} {port + 10}", e);
        }
    }
}
